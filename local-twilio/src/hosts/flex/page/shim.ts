import { localUrl } from './local-url';

/** Runs before Flex: from here on every way to reach Twilio leads to this server. */

const mapped = (address: unknown): string | null => localUrl(String(address), location);

function redirectFetch(): void {
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    if (input instanceof Request) {
      const url = mapped(input.url);
      return real(url ? new Request(url, input) : input, init);
    }
    return real(mapped(input) ?? input, init);
  };
}

function redirectXhr(): void {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = new Proxy(open, {
    apply: (target, self, [method, url, ...rest]) => Reflect.apply(target, self, [method, mapped(url) ?? url, ...rest]),
  });
}

function redirectWebSocket(): void {
  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (target, [url, ...rest]) =>
      Reflect.construct(target, [localUrl(String(url), location, true) ?? url, ...rest]),
  });
}

function redirectBeacon(): void {
  const send = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) => send(mapped(url) ?? url, data);
}

/** What is made with an address: sounds, workers, streams of events. */
function redirectConstructor(name: 'Audio' | 'Worker' | 'SharedWorker' | 'EventSource'): void {
  // Not every browser has every one.
  const real: unknown = Reflect.get(window, name);
  if (typeof real !== 'function') return;
  const redirected = new Proxy(real, {
    construct: (target, [url, ...rest]) =>
      Reflect.construct(target, url === undefined ? [] : [mapped(url) ?? url, ...rest]),
  });
  Reflect.set(window, name, redirected);
}

/** Media, images, frames, scripts and styles whose address is set as a property. */
function redirectProperty(prototype: object, property: string): void {
  const real = Object.getOwnPropertyDescriptor(prototype, property);
  const set = real?.set;
  if (!real || !set) return;
  Object.defineProperty(prototype, property, {
    ...real,
    set(value: unknown) {
      set.call(this, mapped(value) ?? value);
    },
  });
}

/** The same, set as an attribute. */
function redirectAttributes(): void {
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    const isAddress =
      (name === 'src' && /^(IMG|AUDIO|VIDEO|SOURCE|SCRIPT|IFRAME)$/.test(this.tagName)) ||
      (name === 'href' && this.tagName === 'LINK');
    set.call(this, name, (isAddress && mapped(value)) || value);
  };
}

redirectFetch();
redirectXhr();
redirectWebSocket();
redirectBeacon();
for (const name of ['Audio', 'Worker', 'SharedWorker', 'EventSource'] as const) redirectConstructor(name);
redirectProperty(HTMLMediaElement.prototype, 'src');
redirectProperty(HTMLImageElement.prototype, 'src');
redirectProperty(HTMLIFrameElement.prototype, 'src');
redirectProperty(HTMLScriptElement.prototype, 'src');
redirectProperty(HTMLLinkElement.prototype, 'href');
redirectAttributes();

// Logged in already: Flex checks this entry at start, as after a real login.
const login = document.getElementById('login')?.textContent;
if (login) localStorage.setItem('TWILIO_FLEX_SSO', login);

import { isOfPages, isFunctions, isTwilio } from './twilio-hosts';

/** Of undici, which Node's `fetch` is made of. */
interface Dispatched {
  readonly origin?: string | URL;
  readonly path: string;
  readonly headers?: unknown;
}
interface Dispatcher {
  dispatch(options: Dispatched, handler: unknown): boolean;
}

const DISPATCHERS = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')];

const isDispatcher = (given: unknown): given is Dispatcher =>
  typeof given === 'object' && given !== null && 'dispatch' in given && typeof given.dispatch === 'function';

type Pairs = Iterable<readonly [string, unknown]>;
const isIterable = (given: unknown): given is Pairs => Symbol.iterator in Object(given);

/** undici takes names and values in turn, pairs of them, or an object. */
function withHost(headers: unknown, host: string): unknown {
  if (Array.isArray(headers)) return [...headers, 'host', host];
  return { ...(isIterable(headers) ? Object.fromEntries(headers) : Object(headers)), host };
}

function led(options: Dispatched, port: number): Dispatched {
  const { protocol, hostname } = new URL(String(options.origin));
  if (protocol !== 'https:' || !(isTwilio(hostname) || isFunctions(hostname))) return options;
  const here = { ...options, origin: `http://127.0.0.1:${port}` };
  if (isFunctions(hostname) || isOfPages(hostname))
    return {
      ...here,
      path: `/__twilio/${hostname}${options.path}`,
      headers: withHost(options.headers, `localhost:${port}`),
    };
  return { ...here, headers: withHost(options.headers, hostname) };
}

/**
 * Leads what `fetch` asks of Twilio's hosts to a port on this machine, as `redirectTwilio` does with https; whatever
 * else it asks goes where it went.
 */
export function redirectFetch(port: number): void {
  // Node loads undici when somebody first asks for a part of it.
  if (typeof globalThis.Response !== 'function') return;
  const found = DISPATCHERS.filter((key) => isDispatcher(Reflect.get(globalThis, key)));
  if (found.length === 0)
    throw new Error(`This Node (${process.version}) has a fetch that cannot be kept on this machine`);
  for (const key of found) {
    const original: unknown = Reflect.get(globalThis, key);
    if (!isDispatcher(original)) continue;
    const dispatch: Dispatcher['dispatch'] = (options, handler) => original.dispatch(led(options, port), handler);
    Reflect.set(globalThis, key, Object.create(original, { dispatch: { value: dispatch } }));
  }
}

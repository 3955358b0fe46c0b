/** @jest-environment jsdom */

const ASSET = 'https://functions-local.twil.io/crm/index.html?of=grace';
const HERE = `${location.origin}/__twilio/functions-local.twil.io/crm/index.html?of=grace`;
const ELSEWHERE = 'https://example.com/a.html';

/** What the browser would be asked to run; jsdom has none of these. */
const made: string[] = [];
class Asked {
  constructor(url: string) {
    made.push(url);
  }
}

beforeAll(async () => {
  for (const name of ['Worker', 'SharedWorker', 'EventSource', 'WebSocket']) Reflect.set(window, name, Asked);
  Reflect.set(window, 'fetch', (url: string) => made.push(url));
  Reflect.set(navigator, 'sendBeacon', (url: string) => made.push(url));
  await import('../../../local-twilio/src/hosts/flex/page/shim');
});
beforeEach(() => void made.splice(0));

/** The template's enhanced-crm-container shows an asset of its own in a frame. */
describe('a page of Flex asks this machine for what it opens of Functions (flex-project-template, enhanced-crm-container)', () => {
  it.each(['iframe', 'img', 'script', 'video'] as const)('in an element %s, however its address is set', (tag) => {
    const byProperty = document.createElement(tag);
    byProperty.src = ASSET;
    const byAttribute = document.createElement(tag);
    byAttribute.setAttribute('src', ASSET);
    expect([byProperty.src, byAttribute.src]).toEqual([HERE, HERE]);
  });

  it.each(['Worker', 'SharedWorker', 'EventSource'] as const)('with a new %s', (name) => {
    Reflect.construct(window[name], [ASSET]);
    expect(made).toEqual([HERE]);
  });

  it('and leaves alone what is of somebody else', () => {
    const frame = document.createElement('iframe');
    frame.src = ELSEWHERE;
    expect(frame.src).toBe(ELSEWHERE);
    Reflect.construct(Worker, [ELSEWHERE]);
    expect(made).toEqual([ELSEWHERE]);
  });
});

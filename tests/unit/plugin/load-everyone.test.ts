/** @jest-environment node */
import {
  EVERYONE_VERSION,
  type EveryoneAnswer,
  type EveryoneRequest,
  type EveryonesItem,
} from '../../../serverless-functions/src/contract/everyone';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { createLoadEveryone } from '../../../plugin-src/parking/commands/load-everyone';
import { anEveryonesItem, sid } from './support/fixtures';

type Everyone = (request: EveryoneRequest) => Promise<Outcome<EveryoneAnswer>>;

const item = (n: number) => anEveryonesItem({ conversationSid: sid('CH', n) });
const page = (items: EveryonesItem[], more: Partial<EveryoneAnswer> = {}): Outcome<EveryoneAnswer> => ({
  ok: true,
  answer: { status: 'everyone', items, ...more },
});
/** Two pages with one row each. */
const twoPages: Everyone = async ({ cursor }) => (cursor ? page([item(2)]) : page([item(1)], { nextCursor: 'next' }));

function aDesk(answer: Everyone) {
  const said: unknown[] = [];
  const requests: EveryoneRequest[] = [];
  const load = createLoadEveryone({
    functions: { everyone: (request) => (requests.push(request), answer(request)) },
    dispatch: (action) => {
      if (action.type !== 'park-interaction/everyone-changed') {
        said.push(action.type === 'park-interaction/everyone-failed' ? action.code : 'loading');
      } else {
        said.push([action.items.map((each) => each.conversationSid), action.complete]);
      }
    },
  });
  return { said, load, requests };
}

/** Answers come when the test says so. */
function aSlowDesk(answers: Outcome<EveryoneAnswer>[]) {
  const waiting: (() => void)[] = [];
  const desk = aDesk(() => new Promise((resolve) => waiting.push(() => resolve(answers.shift() ?? page([])))));
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ...desk, answer };
}

describe('everyone’s parked interactions', () => {
  it('are read page by page, and shown from the first page on', async () => {
    const { load, said, requests } = aDesk(twoPages);
    await load();
    expect(said).toEqual(['loading', [[sid('CH', 1)], false], [[sid('CH', 1), sid('CH', 2)], true]]);
    expect(requests).toEqual([{ version: EVERYONE_VERSION }, { version: EVERYONE_VERSION, cursor: 'next' }]);
  });

  it('are shown as they come also when they are read again, and none goes before the last page is there', async () => {
    const before = page([item(1), item(2), item(3)]);
    const { load, said, answer } = aSlowDesk([before, page([item(4)], { nextCursor: 'next' }), page([item(2)])]);
    void load();
    await answer();
    void load();
    await answer();
    expect(said.at(-1)).toEqual([[1, 2, 3, 4].map((n) => sid('CH', n)), true]);
    await answer();
    expect(said.at(-1)).toEqual([[sid('CH', 4), sid('CH', 2)], true]);
  });

  it('are read to the end however often something changes meanwhile, and then once more', async () => {
    const first = [page([item(1)], { nextCursor: 'next' }), page([item(2)])];
    const { load, said, requests, answer } = aSlowDesk([...first, page([item(3)])]);
    const reading = load();
    const asked = [load(), load()];
    await answer();
    expect(requests).toHaveLength(2);
    await answer();
    await reading;
    expect(said.at(-2)).toEqual([[sid('CH', 1), sid('CH', 2)], true]);
    expect(requests).toHaveLength(3);
    await answer();
    await Promise.all(asked);
    expect(said.at(-1)).toEqual([[sid('CH', 3)], true]);
    expect(requests).toHaveLength(3);
  });

  it('are 2,000 rows after 20 requests of 100', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => item(n));
    const { load, said, requests } = aDesk(async ({ cursor = '0' }) => {
      const end = Number(cursor) + 100;
      return page(rows.slice(Number(cursor), end), end < rows.length ? { nextCursor: String(end) } : {});
    });
    await load();
    expect(requests).toHaveLength(20);
    expect(said.at(-1)).toEqual([rows.map((row) => row.conversationSid), true]);
  });

  it('tell why they could not be read, and begin anew after that', async () => {
    const answers = [page([item(1)]), { ok: false, failure: { code: 'not-permitted', message: '' } } as const];
    const { load, said } = aDesk(async (request) => answers.shift() ?? twoPages(request));
    await load();
    await load();
    expect(said.slice(2)).toEqual(['loading', 'not-permitted']);
    await load();
    expect(said.slice(5)).toEqual([
      [[sid('CH', 1)], false],
      [[sid('CH', 1), sid('CH', 2)], true],
    ]);
  });

  it('stop at a cursor that never ends', async () => {
    const { load, requests } = aDesk(async () => page([item(1)], { nextCursor: 'again' }));
    await load();
    expect(requests).toHaveLength(100);
  });
});

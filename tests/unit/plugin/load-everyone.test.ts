/** @jest-environment node */
import type { EveryoneAnswer, EveryoneRequest } from '../../../serverless-functions/src/contract/everyone';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { createLoadEveryone } from '../../../plugin-src/parking/commands/load-everyone';
import { anEveryonesItem, sid } from './support/fixtures';

const item = (n: number) => anEveryonesItem({ conversationSid: sid('CH', n) });
const page = (n: number, nextCursor?: string): Outcome<EveryoneAnswer> => ({
  ok: true,
  answer: { status: 'everyone', items: [item(n)], ...(nextCursor && { nextCursor }) },
});

function aDesk(answer: (request: EveryoneRequest) => Promise<Outcome<EveryoneAnswer>>) {
  const said: unknown[] = [];
  const load = createLoadEveryone({
    functions: { everyone: answer },
    dispatch: (action) => {
      if (action.type === 'park-interaction/everyone-changed') said.push([action.items.length, action.complete]);
      else said.push(action.type === 'park-interaction/everyone-failed' ? action.code : action.type);
    },
  });
  return { said, load };
}

describe('everyone’s parked interactions', () => {
  it('are read page by page, and shown from the first page on', async () => {
    const { load, said } = aDesk(async ({ cursor }) => (cursor ? page(2) : page(1, 'next')));
    await load();
    expect(said).toEqual(['park-interaction/everyone-loading', [1, false], [2, true]]);
  });

  it('are replaced at once when they are read again', async () => {
    const { load, said } = aDesk(async ({ cursor }) => (cursor ? page(2) : page(1, 'next')));
    await load();
    await load();
    expect(said.slice(3)).toEqual(['park-interaction/everyone-loading', [2, true]]);
  });

  it('tell why they could not be read', async () => {
    const { load, said } = aDesk(async () => ({ ok: false, failure: { code: 'not-permitted', message: '' } }));
    await load();
    expect(said).toEqual(['park-interaction/everyone-loading', 'not-permitted']);
  });

  it('stop at a cursor that never ends', async () => {
    let asked = 0;
    const { load } = aDesk(async () => page((asked += 1), 'again'));
    await load();
    expect(asked).toBe(100);
  });
});

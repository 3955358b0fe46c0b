/** @jest-environment node */
import { z } from 'zod';

import { follow, Interrupted, reasonOf, type Edge } from '../../../../deploy/calibrate/follow';
import { kindOf, must, until, type Call, type Steps } from '../../../../deploy/calibrate/steps';

const url = `https://taskrouter.twilio.com/v1/Workspaces/WS${'0'.repeat(32)}/Tasks/WT${'a'.repeat(32)}?PageSize=1`;
const call: Call = { method: 'GET', url };

/** Answers with those statuses in turn, and the last one for ever; undefined is no answer. Who waits moves the clock. */
function edgeOf(statuses: readonly (number | undefined)[], signal = new AbortController().signal) {
  const asked: Call[] = [];
  const slept: number[] = [];
  let nowMs = 0;
  const edge: Edge = {
    signal,
    async request(one) {
      asked.push(one);
      const status = statuses[Math.min(asked.length, statuses.length) - 1];
      if (status === undefined) throw new Error('ECONNRESET');
      return { status, body: status < 300 ? { sid: 'WT1' } : { code: 20000 + status } };
    },
    clock: {
      nowMs: () => nowMs,
      stopwatchMs: () => nowMs,
      async sleep(ms) {
        slept.push(ms);
        nowMs += ms;
      },
    },
  };
  return { edge, asked, slept };
}

const told = { saw: () => undefined, timed: () => undefined };
const held = z.object({ sid: z.string() });

describe('a call', () => {
  it('is of a kind that has neither SIDs nor names', () => {
    expect(kindOf(call)).toBe('GET taskrouter Workspaces/Tasks');
    const named = 'https://conversations.twilio.com/v1/Conversations/park-interaction%20calibration%200badcafe%20x';
    expect(kindOf({ method: 'GET', url: named })).toBe('GET conversations Conversations');
  });

  it('is tried again, later and later, where Twilio is busy or does not answer', async () => {
    const { edge, slept } = edgeOf([429, undefined, 503, 200]);
    await expect(follow(must(call, held), edge, told)).resolves.toEqual({ sid: 'WT1' });
    expect(slept).toEqual([1000, 2000, 4000]);
  });

  it('is not tried again when Twilio refuses it, and the reason names the kind of call', async () => {
    const { edge, asked } = edgeOf([400]);
    const reason = await reasonOf(() => follow(must(call, held), edge, told));
    expect(reason).toBe('400 (20400) to GET taskrouter Workspaces/Tasks');
    expect(asked).toHaveLength(1);
  });

  it('says that no answer came', async () => {
    const { edge } = edgeOf([undefined]);
    const reason = await reasonOf(() => follow(must(call, held), edge, told));
    expect(reason).toBe('no answer to GET taskrouter Workspaces/Tasks');
  });

  it('is refused when its answer has another shape than the documented one', async () => {
    const { edge } = edgeOf([200]);
    const reason = await reasonOf(() => follow(must(call, z.object({ tasks: z.array(held) })), edge, told));
    expect(reason).toBe('an answer to GET taskrouter Workspaces/Tasks in a shape that is not documented');
  });

  it('is not even begun after Ctrl-C', async () => {
    const interruption = new AbortController();
    const { edge, asked } = edgeOf([200], interruption.signal);
    interruption.abort();
    await expect(follow(must(call, held), edge, told)).rejects.toBeInstanceOf(Interrupted);
    expect(asked).toEqual([]);
  });
});

describe('looking until something is found', () => {
  const look = (): Steps<string | undefined> =>
    until(call, ({ status }) => (status === 200 ? 'found' : undefined), { withinMs: 2000, everyMs: 500 });

  it('ends as soon as it is there', async () => {
    const { edge, asked } = edgeOf([404, 404, 200]);
    await expect(follow(look(), edge, told)).resolves.toBe('found');
    expect(asked).toHaveLength(3);
  });

  it('ends when the time is over', async () => {
    const { edge, asked } = edgeOf([404]);
    await expect(follow(look(), edge, told)).resolves.toBeUndefined();
    expect(asked).toHaveLength(5);
  });
});

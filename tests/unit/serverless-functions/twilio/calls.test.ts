/** @jest-environment node */
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';

const FAILURES = {
  refused: { status: 400, code: 20001 },
  'rate-limited': { status: 429, code: 20429 },
  unavailable: { status: 503 },
  unknown: { code: 'ECONNRESET' },
};

function open(startMs = 0, random = 0) {
  const clock = fakeClock(startMs);
  const calls = new Calls(clock, { callUntilMs: 9_000, retryUntilMs: 4_500 }, () => random);
  /** Fails so the first times, and counts how often it was sent. */
  const failing = (how: object, times = 1) => {
    const run = async () => {
      run.sent += 1;
      if (run.sent <= times) throw Object.assign(new Error('failed'), how);
      return 'done';
    };
    run.sent = 0;
    return run;
  };
  return { clock, calls, failing };
}

const outcome = (promise: Promise<string>) =>
  promise.catch((error: unknown) => (error instanceof TwilioFailure ? error.kind : 'another error'));

describe('a call to Twilio', () => {
  it.each([
    ['read', 'refused', 'refused'],
    ['read', 'rate-limited', 'done'],
    ['read', 'unavailable', 'done'],
    ['read', 'unknown', 'done'],
    ['write', 'refused', 'refused'],
    ['write', 'rate-limited', 'done'],
    ['write', 'unavailable', 'done'],
    ['write', 'unknown', 'done'],
    ['nonIdempotentWrite', 'refused', 'refused'],
    ['nonIdempotentWrite', 'rate-limited', 'done'],
    ['nonIdempotentWrite', 'unavailable', 'done'],
    ['nonIdempotentWrite', 'unknown', 'unknown'],
  ] as const)('“%s” that failed (%s) ends as: %s', async (way, kind, end) => {
    const { calls, failing } = open();
    const run = failing(FAILURES[kind]);
    expect(await outcome(calls[way](run))).toBe(end);
    expect(run.sent).toBe(end === 'done' ? 2 : 1);
  });

  it.each(['read', 'write', 'nonIdempotentWrite'] as const)('“%s” is repeated once at most', async (way) => {
    const { calls, failing } = open();
    const run = failing(FAILURES.unavailable, 9);
    expect(await outcome(calls[way](run))).toBe('unavailable');
    expect(run.sent).toBe(2);
  });

  it('remembers that the answer to a write was lost, even when the repeat worked', async () => {
    for (const way of ['write', 'nonIdempotentWrite'] as const) {
      const { calls, failing } = open();
      expect(calls.hadLostAnswers()).toBe(false);
      await outcome(calls[way](failing(FAILURES.unknown)));
      expect(calls.hadLostAnswers()).toBe(true);
    }
  });

  it.each(['refused', 'rate-limited', 'unavailable'] as const)('lost nothing when it was %s', async (kind) => {
    const { calls, failing } = open();
    await outcome(calls.write(failing(FAILURES[kind], 9)));
    expect(calls.hadLostAnswers()).toBe(false);
  });

  it('loses nothing by a read', async () => {
    const { calls, failing } = open();
    await outcome(calls.read(failing(FAILURES.unknown, 9)));
    expect(calls.hadLostAnswers()).toBe(false);
  });

  it('is not sent when the Function’s time is up', async () => {
    const { calls, failing } = open(9_000);
    const run = failing({}, 0);
    expect(await outcome(calls.write(run))).toBe('unavailable');
    expect(run.sent).toBe(0);
    expect(calls.hadLostAnswers()).toBe(false);
  });

  it('is not repeated when the caller does not wait any more', async () => {
    const { calls, failing } = open(4_350);
    const run = failing(FAILURES.unavailable);
    expect(await outcome(calls.read(run))).toBe('unavailable');
    expect(run.sent).toBe(1);
    const earlier = open(4_349);
    expect(await outcome(earlier.calls.read(earlier.failing(FAILURES.unavailable)))).toBe('done');
  });

  it.each([
    [0, 150],
    [0.5, 225],
    [0.999, 299],
  ])('is repeated after a pause that differs from Function to Function (%d: %d ms)', async (random, pauseMs) => {
    const { calls, clock, failing } = open(0, random);
    await calls.read(failing(FAILURES['rate-limited']));
    expect(clock.nowMs()).toBe(pauseMs);
  });

  it.each(['read', 'write'] as const)('“%s” is given 2.5 s, and never more than what is left', async (way) => {
    expect(await limitsOf(open(), way)).toEqual({ requestMs: 2_500, clockMs: 2_750 });
    expect(await limitsOf(open(8_000), way)).toEqual({ requestMs: 1_000, clockMs: 1_250 });
  });

  it.each([
    [0, 4_000],
    [1_000, 3_000],
    [1_500, 2_500],
    [4_400, 2_500],
    [8_000, 1_000],
  ])('that must not happen twice gets the patience that its caller has left (at %d ms: %d)', async (at, requestMs) => {
    expect(await limitsOf(open(at), 'nonIdempotentWrite')).toEqual({ requestMs, clockMs: requestMs + 250 });
  });

  it('that is news is given one second', async () => {
    expect(await limitsOf(open(), 'bestEffort')).toEqual({ requestMs: 1_000, clockMs: 1_250 });
  });

  it('tells each request its own time, also while others are under way', async () => {
    const { calls } = open();
    const times: number[] = [];
    const begins = async () => void times.push(calls.timeoutMs());
    await Promise.all([calls.nonIdempotentWrite(begins), calls.read(begins), calls.bestEffort(begins)]);
    expect(times).toEqual([4_000, 2_500, 1_000]);
  });

  it('tells its time also to a request that is made anew', async () => {
    const { calls } = open();
    const times: number[] = [];
    const run = async () => {
      times.push(calls.timeoutMs());
      if (times.length === 1) throw Object.assign(new Error('failed'), FAILURES.unavailable);
    };
    await calls.nonIdempotentWrite(run);
    expect(times).toEqual([4_000, 3_850]);
  });
});

/** What a request was given, and after how long the clock gives it up. */
async function limitsOf(
  { calls, clock }: ReturnType<typeof open>,
  way: 'read' | 'write' | 'nonIdempotentWrite' | 'bestEffort',
) {
  let requestMs = 0;
  await calls[way](async () => {
    requestMs = calls.timeoutMs();
  });
  return { requestMs, clockMs: clock.limitsMs[0] };
}

describe('all writes', () => {
  /** A call that is answered when it is told. */
  function slow() {
    let end: () => void = () => undefined;
    const ending = new Promise<void>((resolve) => (end = resolve));
    return { run: () => ending, end };
  }
  const soon = () => new Promise((later) => setImmediate(later));
  const isResolved = async (promise: Promise<unknown>) => {
    let resolved = false;
    void promise.then(() => (resolved = true));
    await soon();
    return resolved;
  };

  it('have ended when there were none', async () => {
    expect(await isResolved(open().calls.allWritesEnded())).toBe(true);
  });

  it.each(['write', 'nonIdempotentWrite'] as const)('have ended when “%s” has, nobody waiting for it', async (way) => {
    const { calls } = open();
    const one = slow();
    void calls[way](one.run);
    const ended = calls.allWritesEnded();
    expect(await isResolved(ended)).toBe(false);
    one.end();
    expect(await isResolved(ended)).toBe(true);
  });

  it('have ended when the last one has that another one began', async () => {
    const { calls } = open();
    const [first, second] = [slow(), slow()];
    void calls.write(first.run).then(() => calls.write(second.run));
    const ended = calls.allWritesEnded();
    first.end();
    expect(await isResolved(ended)).toBe(false);
    second.end();
    expect(await isResolved(ended)).toBe(true);
  });

  it('have ended only when one that failed was tried again', async () => {
    const { calls, clock, failing } = open();
    const pause = slow();
    clock.sleep = pause.run;
    const run = failing(FAILURES.unavailable);
    void calls.write(run);
    const ended = calls.allWritesEnded();
    expect(await isResolved(ended)).toBe(false);
    pause.end();
    expect(await isResolved(ended)).toBe(true);
    expect(run.sent).toBe(2);
  });

  it('have ended when one has failed', async () => {
    const { calls } = open();
    const writing = calls.write(() => Promise.reject(Object.assign(new Error('failed'), FAILURES.refused)));
    writing.catch(() => undefined);
    expect(await isResolved(calls.allWritesEnded())).toBe(true);
  });

  it('leave reads and news out', async () => {
    const { calls } = open();
    void calls.read(slow().run);
    void calls.bestEffort(slow().run);
    expect(await isResolved(calls.allWritesEnded())).toBe(true);
  });
});

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

function open(startMs = 0) {
  const clock = fakeClock(startMs);
  const calls = new Calls(clock, { callUntilMs: 9_000, retryUntilMs: 4_500 });
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
    ['once', 'refused', 'refused'],
    ['once', 'rate-limited', 'done'],
    ['once', 'unavailable', 'done'],
    ['once', 'unknown', 'unknown'],
  ] as const)('“%s” that failed (%s) ends as: %s', async (way, kind, end) => {
    const { calls, failing } = open();
    const run = failing(FAILURES[kind]);
    expect(await outcome(calls[way](run))).toBe(end);
    expect(run.sent).toBe(end === 'done' ? 2 : 1);
  });

  it.each(['read', 'write', 'once'] as const)('“%s” is repeated once at most', async (way) => {
    const { calls, failing } = open();
    const run = failing(FAILURES.unavailable, 9);
    expect(await outcome(calls[way](run))).toBe('unavailable');
    expect(run.sent).toBe(2);
  });

  it('remembers that the answer to a write was lost, even when the repeat worked', async () => {
    for (const way of ['write', 'once'] as const) {
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

  it('is given 2.5 s, and never more than what is left', async () => {
    const early = open();
    await early.calls.read(early.failing({}, 0));
    expect(early.clock.limitsMs).toEqual([2_500]);
    const late = open(8_000);
    await late.calls.read(late.failing({}, 0));
    expect(late.clock.limitsMs).toEqual([1_000]);
  });
});

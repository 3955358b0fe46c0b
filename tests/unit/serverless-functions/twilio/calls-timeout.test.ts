/** @jest-environment node */
import { TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';

const late = { ...fakeClock(), timeout: () => Promise.reject(new TwilioFailure('unknown')) };
const openLate = () => new Calls(late, { callUntilMs: 9_000, retryUntilMs: 0 });

describe('a call that gets no answer in time', () => {
  it.each(['write', 'nonIdempotentWrite'] as const)('may still take effect when it was “%s”', async (way) => {
    const calls = openLate();
    await expect(calls[way](async () => 'late')).rejects.toMatchObject({ kind: 'unknown' });
    expect(calls.hadLostAnswers()).toBe(true);
  });

  it('changed nothing when it was a read', async () => {
    const calls = openLate();
    await expect(calls.read(async () => 'late')).rejects.toMatchObject({ kind: 'unknown' });
    expect(calls.hadLostAnswers()).toBe(false);
  });
});

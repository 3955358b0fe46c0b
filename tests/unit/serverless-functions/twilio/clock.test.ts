/** @jest-environment node */
import { systemClock } from '../../../../serverless-functions/src/twilio/clock';

describe('the clock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives what comes in time, or the failure that comes in time', async () => {
    expect(await systemClock.timeout(Promise.resolve('done'), 100)).toBe('done');
    const failure = new Error('refused');
    await expect(systemClock.timeout(Promise.reject(failure), 100)).rejects.toBe(failure);
  });

  it('gives up on what does not come, and cannot know whether it took effect', async () => {
    const late = systemClock.timeout(new Promise(() => undefined), 100);
    jest.advanceTimersByTime(100);
    await expect(late).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('leaves no timer behind, which would keep the Function alive', async () => {
    await systemClock.timeout(Promise.resolve('done'), 100);
    await systemClock.timeout(Promise.reject(new Error('refused')), 100).catch(() => undefined);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sleeps as long as it is told', async () => {
    let awake = false;
    const sleeping = systemClock.sleep(500).then(() => (awake = true));
    await jest.advanceTimersByTimeAsync(499);
    expect(awake).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(awake).toBe(true);
  });
});

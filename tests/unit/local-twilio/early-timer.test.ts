/** @jest-environment node */
import { systemClock } from '../../../local-twilio/src/kernel/clock';

describe('a timer of the machine’s clock', () => {
  let nowMs = 1_000_000;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['Date'] });
    jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  /** Node's alarm goes off after its time, while the machine's clock shows less. */
  function alarm(afterMs: number, shownMs: number): void {
    nowMs += shownMs;
    jest.advanceTimersByTime(afterMs);
  }

  it('fires although Node woke up a millisecond early, and nothing else happens', () => {
    const clock = systemClock();
    let fired = 0;
    clock.schedule(100, () => void (fired += 1));
    alarm(100, 99);
    expect(fired).toBe(0);
    alarm(1, 1);
    expect(fired).toBe(1);
    alarm(1_000, 1_000);
    expect(fired).toBe(1);
  });

  it('is not armed again once it was cancelled', () => {
    const clock = systemClock();
    let fired = 0;
    const cancel = clock.schedule(100, () => void (fired += 1));
    alarm(100, 99);
    cancel();
    alarm(1_000, 1_000);
    expect(fired).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('fires after months, which Node cannot wait for at once', () => {
    const clock = systemClock();
    let fired = 0;
    const days = 24 * 60 * 60_000;
    clock.schedule(60 * days, () => void (fired += 1));
    for (let day = 0; day < 60; day += 1) alarm(days, days);
    expect(fired).toBe(1);
  });
});

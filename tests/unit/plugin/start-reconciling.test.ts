/** @jest-environment node */
import { startReconciling } from '../../../plugin-src/flex/start-reconciling';

/** A desktop whose timer is turned by hand. */
function aDesktop(random = 0.5) {
  const timers: { run: () => void; delayMs: number; cancelled: boolean }[] = [];
  let calls = 0;
  const stop = startReconciling({
    reconcile: async () => void (calls += 1),
    random: () => random,
    schedule: (run, delayMs) => {
      const timer = { run, delayMs, cancelled: false };
      timers.push(timer);
      return () => void (timer.cancelled = true);
    },
  });
  const turn = async () => {
    timers[timers.length - 1]?.run();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { timers, turn, stop, calls: () => calls };
}

describe('reconciling from an open desktop', () => {
  it('is asked every few minutes', async () => {
    const desktop = aDesktop();
    expect(desktop.calls()).toBe(0);
    await desktop.turn();
    await desktop.turn();
    expect(desktop.calls()).toBe(2);
    expect(desktop.timers.map((timer) => timer.delayMs)).toEqual([240_000, 240_000, 240_000]);
  });

  it('is spread, so that desktops opened together do not ask together', () => {
    expect(aDesktop(0).timers[0]?.delayMs).toBe(120_000);
    expect(aDesktop(0.75).timers[0]?.delayMs).toBe(300_000);
  });

  it('ends with the session', async () => {
    const desktop = aDesktop();
    await desktop.turn();
    desktop.stop();
    expect(desktop.timers[1]?.cancelled).toBe(true);
    await desktop.turn();
    expect(desktop.timers).toHaveLength(2);
  });
});

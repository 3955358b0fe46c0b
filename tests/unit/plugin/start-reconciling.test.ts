/** @jest-environment node */
import { startReconciling, type NextDue } from '../../../plugin-src/flex/start-reconciling';

/** When the first call of a desktop of average luck comes. */
const FIRST_MS = 12_500;

interface Timer {
  run: () => void;
  atMs: number;
  cancelled: boolean;
}

/** A desktop whose clock is turned by hand. `answers`: what the Functions say about the next due time, in turn. */
function aDesktop({ random = 0.5, answers = [] }: { random?: number; answers?: NextDue[] } = {}) {
  const timers: Timer[] = [];
  let calls = 0;
  let nowMs = 0;
  const reconciling = startReconciling({
    reconcile: () => Promise.resolve(answers[calls++]),
    random: () => random,
    now: () => new Date(nowMs),
    schedule: (run, delayMs) => {
      const timer = { run, atMs: nowMs + delayMs, cancelled: false };
      timers.push(timer);
      return () => void (timer.cancelled = true);
    },
  });
  const waiting = () => timers.filter(({ cancelled }) => !cancelled).map(({ atMs }) => atMs);
  /** Turns the clock on, and runs what falls due on the way. */
  const turnTo = async (untilMs: number) => {
    for (;;) {
      const [next] = timers
        .filter(({ atMs, cancelled }) => !cancelled && atMs <= untilMs)
        .sort((a, b) => a.atMs - b.atMs);
      if (!next) break;
      nowMs = next.atMs;
      next.cancelled = true;
      next.run();
      await new Promise((resolve) => setImmediate(resolve));
    }
    nowMs = untilMs;
  };
  return { ...reconciling, waiting, turnTo, calls: () => calls };
}

describe('reconciling from an open desktop', () => {
  it('is asked for within seconds of login, so that what came due at night comes back at once', async () => {
    const desktop = aDesktop();
    await desktop.turnTo(20_000);
    expect(desktop.calls()).toBe(1);
  });

  it('is spread over a quarter of a minute, so that fifty agents at nine o’clock do not ask together', () => {
    const firsts = Array.from({ length: 50 }, (_, at) => aDesktop({ random: at / 50 }).waiting()[0] ?? 0);
    expect(Math.min(...firsts)).toBe(5_000);
    expect(Math.max(...firsts)).toBeLessThan(20_000);
    for (let second = 5; second < 20; second += 1) {
      const inThisSecond = firsts.filter((atMs) => Math.floor(atMs / 1000) === second);
      expect(inThisSecond.length).toBeLessThanOrEqual(4);
    }
  });

  it('is asked for every few minutes after that', async () => {
    const desktop = aDesktop();
    await desktop.turnTo(FIRST_MS);
    expect(desktop.waiting()).toEqual([FIRST_MS + 240_000]);
    await desktop.turnTo(FIRST_MS + 480_000);
    expect(desktop.calls()).toBe(3);
  });

  it('is spread later, too', async () => {
    const early = aDesktop({ random: 0 });
    await early.turnTo(5_000);
    expect(early.waiting()).toEqual([125_000]);
    const late = aDesktop({ random: 0.75 });
    await late.turnTo(16_250);
    expect(late.waiting()).toEqual([316_250]);
  });

  it('ends with the session', async () => {
    const desktop = aDesktop();
    await desktop.turnTo(240_000);
    desktop.comesBackAt(300_000);
    desktop.stop();
    desktop.comesBackAt(250_000);
    expect(desktop.waiting()).toEqual([]);
  });
});

describe('the time at which a conversation comes back', () => {
  it('is met within four seconds', async () => {
    for (const random of [0, 0.5, 0.999]) {
      const desktop = aDesktop({ random });
      await desktop.turnTo(20_000);
      desktop.comesBackAt(60_000);
      await desktop.turnTo(59_999);
      expect(desktop.calls()).toBe(1);
      await desktop.turnTo(64_000);
      expect(desktop.calls()).toBe(2);
    }
  });

  it('is the one that the Functions tell, by their clock and not by ours', async () => {
    const desktop = aDesktop({ answers: [30_000] });
    await desktop.turnTo(FIRST_MS + 29_999);
    expect(desktop.calls()).toBe(1);
    await desktop.turnTo(FIRST_MS + 34_000);
    expect(desktop.calls()).toBe(2);
  });

  it('is not forgotten when it was chosen while an answer was on its way', async () => {
    const desktop = aDesktop({ answers: [undefined] });
    const answered = desktop.turnTo(FIRST_MS);
    desktop.comesBackAt(60_000);
    await answered;
    await desktop.turnTo(64_000);
    expect(desktop.calls()).toBe(2);
  });

  it('is the earlier one of two', async () => {
    const desktop = aDesktop();
    await desktop.turnTo(FIRST_MS);
    desktop.comesBackAt(60_000);
    desktop.comesBackAt(90_000);
    desktop.comesBackAt(30_000);
    await desktop.turnTo(34_000);
    expect(desktop.calls()).toBe(2);
  });

  it('is asked for again a little later when the Functions could not be reached', async () => {
    const desktop = aDesktop({ answers: [undefined, 'not-known', 'not-known', undefined] });
    await desktop.turnTo(FIRST_MS);
    desktop.comesBackAt(60_000);
    await desktop.turnTo(64_000);
    await desktop.turnTo(120_000);
    expect(desktop.calls()).toBe(4);
  });

  it('is not asked for by all of five hundred desktops, for the earliest leaves nothing to do', async () => {
    const desktops = Array.from({ length: 500 }, (_, at) => aDesktop({ random: at / 500 }));
    const delays: number[] = [];
    for (const desktop of desktops) {
      await desktop.turnTo(20_000);
      desktop.comesBackAt(60_000);
      delays.push(Math.min(...desktop.waiting()) - 60_000);
    }
    const earliestMs = Math.min(...delays);
    expect(delays.filter((delayMs) => delayMs < earliestMs + 1_500).length).toBeLessThan(25);
  });
});

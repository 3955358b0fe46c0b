/** @jest-environment node */
import { latency } from '../../../local-twilio/src/kernel/latency';

const aClock = () => {
  const timers: { delayMs: number; run: () => void }[] = [];
  return { timers, schedule: (delayMs: number, run: () => void) => (timers.push({ delayMs, run }), () => undefined) };
};

describe('the distance to Twilio', () => {
  it('costs nothing where there is none', async () => {
    const clock = aClock();
    const near = latency(clock, 0);
    const arrived: string[] = [];
    near.send(() => arrived.push('sent'));
    expect(arrived).toEqual(['sent']);
    expect(await near.carry(async () => 'answer')).toBe('answer');
    expect(clock.timers).toEqual([]);
  });

  it('makes each request and each push wait as long', async () => {
    const clock = aClock();
    const far = latency(clock, 200);
    const arrived: string[] = [];
    far.send(() => arrived.push('sent'));
    const answer = far.carry(async () => arrived.push('request'));
    expect(arrived).toEqual([]);
    expect(clock.timers.map(({ delayMs }) => delayMs)).toEqual([200, 200]);
    for (const { run } of clock.timers) run();
    await answer;
    expect(arrived).toEqual(['sent', 'request']);
  });
});

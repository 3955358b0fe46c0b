/** @jest-environment node */
import fc from 'fast-check';

import { systemClock, virtualClock } from '../../../local-twilio/src/kernel/clock';
import { clockScope } from '../../../local-twilio/src/kernel/clock-scope';
import { throwFailure } from '../../../local-twilio/src/kernel/failures';

describe('the virtual clock', () => {
  it('stands still until it is advanced', () => {
    const clock = virtualClock(1000);
    const fired: number[] = [];
    clock.schedule(0, () => fired.push(clock.nowMs()));
    expect([clock.nowMs(), clock.dueCount(), fired]).toEqual([1000, 1, []]);
    clock.advance(0);
    expect([clock.nowMs(), clock.dueCount(), fired]).toEqual([1000, 0, [1000]]);
  });

  it('fires in order of time, then in order of scheduling, each at its own time', () => {
    const clock = virtualClock(0);
    const fired: string[] = [];
    const at = (name: string, delayMs: number) => clock.schedule(delayMs, () => fired.push(`${name}@${clock.nowMs()}`));
    at('late', 20);
    at('first', 10);
    at('second', 10);
    clock.advance(15);
    expect(fired).toEqual(['first@10', 'second@10']);
    clock.advance(15);
    expect(fired).toEqual(['first@10', 'second@10', 'late@20']);
    expect(clock.nowMs()).toBe(30);
  });

  it('fires what a timer schedules, when that is due as well', () => {
    const clock = virtualClock(0);
    const fired: number[] = [];
    clock.schedule(5, () => clock.schedule(5, () => fired.push(clock.nowMs())));
    clock.advance(10);
    expect(fired).toEqual([10]);
  });

  it('fires what comes after a timer that fails, and throws its error when all have fired', () => {
    const clock = virtualClock(0);
    const fired: string[] = [];
    clock.schedule(1, () => {
      throw new Error('first');
    });
    clock.schedule(2, () => fired.push('second'));
    expect(() => clock.advance(5)).toThrow('first');
    expect([fired, clock.nowMs()]).toEqual([['second'], 5]);
  });

  it('fires thousands in their order, however they were set and cancelled', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ dueMs: fc.nat(500), isCancelled: fc.boolean() }), { maxLength: 400 }), (set) => {
        const clock = virtualClock(0);
        const fired: number[] = [];
        const cancels = set.map(({ dueMs }, at) => clock.schedule(dueMs, () => fired.push(at)));
        set.forEach(({ isCancelled }, at) => isCancelled && cancels[at]?.());
        const left = set.flatMap(({ dueMs, isCancelled }, at) => (isCancelled ? [] : [{ dueMs, at }]));
        expect(clock.dueCount()).toBe(left.filter(({ dueMs }) => dueMs === 0).length);
        clock.advance(500);
        expect(fired).toEqual(left.sort((one, other) => one.dueMs - other.dueMs).map(({ at }) => at));
        expect(clock.dueCount()).toBe(0);
      }),
    );
  });

  it('does not fire what was cancelled, nor anything after it is stopped', () => {
    const clock = virtualClock(0);
    const fired: string[] = [];
    clock.schedule(1, () => fired.push('cancelled'))();
    clock.advance(5);
    clock.schedule(1, () => fired.push('stopped'));
    clock.stop();
    clock.advance(5);
    expect(fired).toEqual([]);
  });
});

describe('a scope of a clock', () => {
  it('tells of a timer that fails, and fires the others', () => {
    const clock = virtualClock(0);
    const told: unknown[] = [];
    const fired: string[] = [];
    const scope = clockScope(clock, (what, error) => told.push([what, String(error)]));
    scope.schedule(1, () => {
      throw new Error('broken');
    });
    scope.schedule(2, () => fired.push('second'));
    scope.advance(5);
    expect([told, fired]).toEqual([[['a timer', 'Error: broken']], ['second']]);
  });

  it('ends with its timers, not with those of others', () => {
    const clock = virtualClock(0);
    const fired: string[] = [];
    const scope = clockScope(clock, throwFailure);
    clock.schedule(1, () => fired.push('other'));
    scope.schedule(0, () => fired.push('own'));
    scope.end();
    expect(clock.dueCount()).toBe(0);
    scope.schedule(1, () => fired.push('late'));
    clock.advance(5);
    expect(fired).toEqual(['other']);
  });
});

describe('the system clock', () => {
  it('can be moved forward, and fires what falls due', () => {
    const clock = systemClock();
    const fired: string[] = [];
    clock.schedule(3_600_000, () => fired.push('an hour later'));
    const before = clock.nowMs();
    clock.advance(3_600_000);
    expect(fired).toEqual(['an hour later']);
    expect(clock.nowMs() - before).toBeGreaterThanOrEqual(3_600_000);
    clock.stop();
  });

  it('fires by itself', async () => {
    const clock = systemClock();
    await new Promise<void>((resolve) => {
      clock.schedule(5, resolve);
      // Node would end a test whose only timer is unref'd.
      const alive = setInterval(() => undefined, 1000);
      clock.schedule(6, () => clearInterval(alive));
      setTimeout(() => clearInterval(alive), 500);
    });
    clock.stop();
  });
});

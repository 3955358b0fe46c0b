/** @jest-environment node */
import { deadlines } from '../../../local-twilio/src/kernel/deadlines';
import { countingClock } from '../../support/counting-clock';

interface Thing {
  dueMs: number | null;
}

describe('a deadline', () => {
  const setUp = (dueMs: number | null) => {
    const { clock, open } = countingClock(0);
    const thing: Thing = { dueMs };
    const fired: number[] = [];
    const due = deadlines<Thing>(clock, (one) => one.dueMs);
    const watch = () => due.watch(thing, () => fired.push(clock.nowMs()));
    watch();
    return { clock, open, thing, fired, due, watch };
  };

  it('is met once, when its time has come', () => {
    const { clock, open, fired } = setUp(10);
    clock.advance(9);
    expect(fired).toEqual([]);
    clock.advance(100);
    expect([fired, open()]).toEqual([[10], 0]);
  });

  it('is met at once when it is over already', () => {
    const { clock, fired } = setUp(-5);
    clock.advance(0);
    expect(fired).toEqual([0]);
  });

  it('moves with its thing, with one timer however often it is moved', () => {
    const { clock, open, thing, fired, watch } = setUp(10);
    for (const dueMs of [20, 30, 5, 40, 40]) {
      thing.dueMs = dueMs;
      watch();
      expect(open()).toBe(1);
    }
    clock.advance(100);
    expect([fired, open()]).toEqual([[40], 0]);
  });

  it('waits on when it was put off and nobody said so', () => {
    const { clock, open, thing, fired } = setUp(10);
    thing.dueMs = 25;
    clock.advance(20);
    expect([fired, open()]).toEqual([[], 1]);
    clock.advance(20);
    expect([fired, open()]).toEqual([[25], 0]);
  });

  it.each([
    ['taken away', true],
    ['taken away and nobody said so', false],
  ])('is never met when it was %s', (_how, isTold) => {
    const { clock, open, thing, fired, watch } = setUp(10);
    thing.dueMs = null;
    if (isTold) {
      watch();
      expect(open()).toBe(0);
    }
    clock.advance(100);
    expect([fired, open()]).toEqual([[], 0]);
  });

  it('leaves nothing behind when its thing is gone', () => {
    const { clock, open, thing, fired, due } = setUp(10);
    due.forget(thing);
    expect(open()).toBe(0);
    clock.advance(100);
    expect(fired).toEqual([]);
  });

  it('can be set again by what it does', () => {
    const { clock, open, fired, thing, due } = setUp(null);
    const again = () => {
      fired.push(clock.nowMs());
      thing.dueMs = clock.nowMs() + 10;
      due.watch(thing, again);
    };
    thing.dueMs = 10;
    due.watch(thing, again);
    clock.advance(35);
    expect([fired, open()]).toEqual([[10, 20, 30], 1]);
  });
});

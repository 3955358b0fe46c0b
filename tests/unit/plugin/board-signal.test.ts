/** @jest-environment node */
import { BoardSignal } from '../../../plugin-src/flex/board-signal';

/** Sync with a board map, and a clock that a test turns. */
function open({ exists = true } = {}) {
  const state = { exists, opened: 0, closed: 0, reloads: 0, nowMs: 100_000 };
  let tell = () => {};
  const waiting: { run: () => void; atMs: number }[] = [];
  const map = {
    getItems: () => Promise.reject(new Error('not asked')),
    on: (event: string, listener: (event: never) => void) => {
      if (event === 'itemUpdated') tell = () => Reflect.apply(listener, undefined, [{}]);
    },
    close: () => void (state.closed += 1),
  };
  const signal = new BoardSignal({
    client: {
      map: () => {
        if (!state.exists) return Promise.reject(new Error('there is no such map'));
        state.opened += 1;
        return Promise.resolve(map);
      },
    },
    reload: () => void (state.reloads += 1),
    schedule: (run, delayMs) => {
      const entry = { run, atMs: state.nowMs + delayMs };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
    now: () => new Date(state.nowMs),
  });
  const pass = (lengthMs: number) => {
    state.nowMs += lengthMs;
    for (const due of waiting.filter(({ atMs }) => atMs <= state.nowMs)) {
      waiting.splice(waiting.indexOf(due), 1);
      due.run();
    }
  };
  return { signal, state, pass, change: () => tell() };
}

describe('the supervisors’ board', () => {
  it('is read within a second when something changes', async () => {
    const { signal, state, pass, change } = open();
    signal.start();
    await signal.listen();
    change();
    pass(1_000);
    expect(state.reloads).toBe(1);
  });

  it('is read once for many changes, and not without end on a busy floor', async () => {
    const { signal, state, pass, change } = open();
    signal.start();
    await signal.listen();
    for (let tenth = 0; tenth < 90; tenth += 1) {
      change();
      pass(100);
    }
    expect(state.reloads).toBe(3);
    pass(3_000);
    expect(state.reloads).toBe(4); // what changed last is shown too
  });

  it('listens once, however often it is read', async () => {
    const { signal, state } = open();
    signal.start();
    await Promise.all([signal.listen(), signal.listen()]);
    await signal.listen();
    expect(state.opened).toBe(1);
  });

  it('tries to listen again after the next reading when it could not', async () => {
    const { signal, state } = open({ exists: false });
    signal.start();
    await signal.listen();
    state.exists = true;
    await signal.listen();
    expect(state.opened).toBe(1);
  });

  it('is left alone when nobody looks at it any more', async () => {
    const { signal, state, pass, change } = open();
    signal.start();
    await signal.listen();
    change();
    signal.stop();
    change();
    pass(10_000);
    await signal.listen(); // a reading that was under way
    expect(state).toMatchObject({ reloads: 0, opened: 1, closed: 1 });
  });
});

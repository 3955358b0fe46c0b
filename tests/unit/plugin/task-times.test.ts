/** @jest-environment node */
import { createTaskTimes } from '../../../plugin-src/flex/task-times';
import { sid } from './support/fixtures';

function aStorage() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

const forbidden = {
  getItem: () => {
    throw new Error('forbidden');
  },
  setItem: () => {
    throw new Error('forbidden');
  },
};

describe('the times of tasks', () => {
  it('are known after a reload, and to another tab that had asked before', () => {
    const storage = aStorage();
    const otherTab = createTaskTimes(storage, 'kept');
    expect(otherTab.get(sid('WT'))).toBeUndefined();
    createTaskTimes(storage, 'kept').set(sid('WT'), 7);
    expect([otherTab.get(sid('WT')), otherTab.get(sid('WT', 2))]).toEqual([7, undefined]);
  });

  it('are the newest ones', () => {
    const kept = createTaskTimes(aStorage(), 'kept');
    kept.set(sid('WT'), 7);
    kept.set(sid('WT'), 8);
    expect(kept.get(sid('WT'))).toBe(8);
  });

  it('are known to the page when the browser keeps nothing', () => {
    const kept = createTaskTimes(forbidden, 'kept');
    kept.set(sid('WT'), 7);
    expect(kept.get(sid('WT'))).toBe(7);
  });

  it('are none when something else is kept in their place', () => {
    const storage = aStorage();
    storage.setItem('kept', '{"not": "ours"}');
    expect(createTaskTimes(storage, 'kept').get(sid('WT'))).toBeUndefined();
  });

  it('do not fill the storage', () => {
    const storage = aStorage();
    const kept = createTaskTimes(storage, 'kept');
    for (let n = 0; n < 200; n += 1) kept.set(sid('WT', n), n);
    const reloaded = createTaskTimes(storage, 'kept');
    expect([reloaded.get(sid('WT', 199)), reloaded.get(sid('WT', 100))]).toEqual([199, undefined]);
  });
});

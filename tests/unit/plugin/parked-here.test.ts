/** @jest-environment node */
import { createParkedHere } from '../../../plugin-src/flex/parked-here';
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

describe('the tasks that were parked from this browser', () => {
  it('are known also after a reload', () => {
    const storage = aStorage();
    createParkedHere(storage).add(sid('WT'));
    const reloaded = createParkedHere(storage);
    expect([reloaded.has(sid('WT')), reloaded.has(sid('WT', 2))]).toEqual([true, false]);
  });

  it('are known to the page when the browser keeps nothing', () => {
    const here = createParkedHere(forbidden);
    here.add(sid('WT'));
    expect([here.has(sid('WT')), here.has(sid('WT', 2))]).toEqual([true, false]);
  });

  it('are none when something else is kept in their place', () => {
    const storage = aStorage();
    createParkedHere(storage).add(sid('WT'));
    for (const key of storage.held.keys()) storage.held.set(key, '{"not": "ours"}');
    expect(createParkedHere(storage).has(sid('WT'))).toBe(false);
  });

  it('do not fill the storage', () => {
    const storage = aStorage();
    const here = createParkedHere(storage);
    for (let n = 0; n < 200; n += 1) here.add(sid('WT', n));
    const reloaded = createParkedHere(storage);
    expect([reloaded.has(sid('WT', 199)), reloaded.has(sid('WT', 100))]).toEqual([true, false]);
  });
});

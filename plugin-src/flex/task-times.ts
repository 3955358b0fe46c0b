import { z } from 'zod';

import type { BrowserStorage } from './browser-memory';

/** A time for each of some tasks, which this browser remembers also after a reload. */
export interface TaskTimes {
  set(taskSid: string, atMs: number): void;
  get(taskSid: string): number | undefined;
}

/** Far more than an agent has open. */
const KEPT = 50;

const times = z.array(z.tuple([z.string(), z.number()]));

/** Without storage, as in a private window, only this page remembers. */
export function createTaskTimes(storage: BrowserStorage, key: string): TaskTimes {
  const inThisPage = new Map<string, number>();
  return {
    set(taskSid, atMs) {
      inThisPage.set(taskSid, atMs);
      try {
        const others = read(storage, key).filter(([each]) => each !== taskSid);
        storage.setItem(key, JSON.stringify([...others, [taskSid, atMs]].slice(-KEPT)));
      } catch {
        // Full, or switched off.
      }
    },
    get(taskSid) {
      const stored = read(storage, key).flatMap(([each, atMs]) => (each === taskSid ? [atMs] : []));
      const known = [...stored, inThisPage.get(taskSid) ?? []].flat();
      return known.length > 0 ? Math.max(...known) : undefined;
    },
  };
}

function read(storage: BrowserStorage, key: string): [string, number][] {
  try {
    const parsed = times.safeParse(JSON.parse(storage.getItem(key) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

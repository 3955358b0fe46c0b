import { z } from 'zod';

/** The tasks that were parked from this browser; known also after a reload, when Flex and our state have forgotten. */
export interface ParkedHere {
  add(taskSid: string): void;
  has(taskSid: string): boolean;
}

export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'park-interaction.parked-tasks';
/** Far more than an agent has in wrap-up. */
const KEPT = 50;

const taskSids = z.array(z.string());

/** Without storage, as in a private window, only this page remembers. */
export function createParkedHere(storage: BrowserStorage): ParkedHere {
  const inThisPage = new Set<string>();
  return {
    add(taskSid) {
      inThisPage.add(taskSid);
      try {
        const others = read(storage).filter((each) => each !== taskSid);
        storage.setItem(KEY, JSON.stringify([...others, taskSid].slice(-KEPT)));
      } catch {
        // Full, or switched off.
      }
    },
    has: (taskSid) => inThisPage.has(taskSid) || read(storage).includes(taskSid),
  };
}

function read(storage: BrowserStorage): string[] {
  try {
    const parsed = taskSids.safeParse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

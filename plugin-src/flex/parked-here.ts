import { createBrowserMemory, type BrowserStorage } from './browser-memory';

/** The tasks that were parked from this browser. */
export interface ParkedHere {
  add(taskSid: string): void;
  has(taskSid: string): boolean;
}

const KEY = 'park-interaction.parked-tasks';
/** Far more than an agent has in wrap-up. */
const KEPT = 50;

export function createParkedHere(storage: BrowserStorage): ParkedHere {
  return createBrowserMemory(storage, { key: KEY, kept: KEPT });
}

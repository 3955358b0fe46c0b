import type { BrowserMemory } from '../../flex/browser-memory';
import { closingWindows, type ClosingWindow } from '../state/closing-windows';
import { isUnparking } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';

export interface RemindPorts {
  parking: () => ParkingState;
  now: () => Date;
  /** Calls `run` after the delay; the answer cancels it. */
  schedule: (run: () => void, delayMs: number) => () => void;
  /** A notice that nobody sees is gone before they look. */
  isOnScreen: () => boolean;
  /** How long before its reply window closes. */
  noticeMs: number;
  /** The windows that the agent has been told of. */
  told: BrowserMemory;
  /** One notice for all of them; there is at least one, and the first to close is the first. */
  tell: (closing: readonly ClosingWindow[]) => void;
}

const LOOK_EVERY_MS = 15_000;

/**
 * Tells the agent once of every reply window that is about to close on a conversation in their list. The clock is asked
 * again and again, because the timers of a computer that sleeps stand still. The answer stops it.
 */
export function startRemindingOfWindows(ports: RemindPorts): () => void {
  let cancel = () => {};
  const look = () => {
    const closing = closingOf(ports).filter((each) => !ports.told.has(wordFor(each)));
    if (closing.length > 0) {
      ports.told.add(...closing.map(wordFor));
      ports.tell(closing);
    }
    cancel = ports.schedule(look, LOOK_EVERY_MS);
  };
  cancel = ports.schedule(look, LOOK_EVERY_MS);
  return () => cancel();
}

/** Of a list that is whole and live, and while somebody looks: what is told once must be true, and read. */
function closingOf({ isOnScreen, noticeMs, now, parking }: RemindPorts): ClosingWindow[] {
  const state = parking();
  if (!isOnScreen() || state.list.status !== 'ready' || !state.list.complete) return [];
  const items = Object.values(state.list.items).filter(({ conversationSid }) => !isUnparking(state, conversationSid));
  return closingWindows(items, { noticeMs, nowMs: now().getTime() });
}

/** A conversation that is parked again within the same window is no news; the customer's next message makes it one. */
function wordFor({ closesAtMs, item }: ClosingWindow): string {
  return `${item.conversationSid} ${new Date(closesAtMs).toISOString()}`;
}

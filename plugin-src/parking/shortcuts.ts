import type { StringKey } from './strings/parking-strings';
import type { Text } from './strings/text';

/** What a key does in the conversation on screen. */
export type KeyTarget = 'park' | 'park-until';

/** The buttons on screen say what their keys do; while there is none, a key does nothing. */
export interface KeyTargets {
  /** The answer takes it back. */
  offer(target: KeyTarget, run: () => void): () => void;
  press(target: KeyTarget): void;
}

export function createKeyTargets(): KeyTargets {
  const offered = new Map<KeyTarget, () => void>();
  return {
    offer(target, run) {
      offered.set(target, run);
      return () => void (offered.get(target) === run && offered.delete(target));
    },
    press: (target) => offered.get(target)?.(),
  };
}

/** Flex's own, as far as we use it. */
export interface ShortcutManager {
  readonly keyboardShortcuts: Readonly<Record<string, unknown>>;
  addShortcuts(shortcuts: Record<string, { action: () => void; name: string; throttle: number }>): void;
}

export interface ShortcutParts {
  manager: ShortcutManager;
  text: Text;
  keys: KeyTargets;
  offersTimes: boolean;
  /** Absent where there is no list. */
  openList?: (() => void) | undefined;
}

/** A key that is held must not park the next conversation too. */
const THROTTLE_MS = 1_000;

/**
 * Ctrl, Shift and a digit: with letters, browsers print or open windows. Flex lists them in its help, and an account
 * changes them as it does Flex's own, by `remapShortcut` or `deleteShortcuts`. A key that is in use stays as it is.
 * Source: twilio.com/docs/flex/developer/ui/modify-keyboard-shortcuts
 */
export function registerShortcuts({ keys, manager, offersTimes, openList, text }: ShortcutParts): void {
  const add = (key: string, name: StringKey, action: () => void) => {
    if (key in manager.keyboardShortcuts) return;
    manager.addShortcuts({ [key]: { action, name: text(name), throttle: THROTTLE_MS } });
  };
  add('7', 'ParkInteractionKeyPark', () => keys.press('park'));
  if (offersTimes) add('8', 'ParkInteractionKeyParkUntil', () => keys.press('park-until'));
  if (openList) add('9', 'ParkInteractionKeyList', openList);
}

import { parkCardOf } from '../../flex/park-card';
import { queueOf } from '../../flex/task';
import { settingsOfQueue } from '../../../serverless-functions/src/contract/queue-settings';
import { useParkingServices, type HeaderTask } from '../parking-services';
import type { Until } from '../state/parking-state';
import { timeAgain } from '../state/time-again';
import type { Text } from '../strings/text';
import { briefMoment, comingMoment } from './moment';
import { useParkButton } from './use-park-button';

export type ParkAgain =
  | { status: 'hidden' }
  | {
      status: 'busy' | 'disabled' | 'ready';
      label: string;
      /** What it does, or why it cannot be pressed. */
      title: string;
      /** Until when, in short; undefined without a time. */
      until: string | undefined;
      /** Absent while it cannot be pressed. */
      press?: () => void;
    };

/** Parks what has come back as it was parked before, wherever and whenever Park itself can be pressed. */
export function useParkAgain(task: HeaderTask | undefined): ParkAgain {
  const { localeTag, now, options: general, text } = useParkingServices();
  const button = useParkButton(task);
  const { parkUntil, parkUntilPresets: presets, timeZone } = settingsOfQueue(general, queueOf(task));
  const card = parkCardOf(task);
  if (button.status === 'hidden' || !card) return { status: 'hidden' };

  const { askedFor, note, parkedAt, reason } = card;
  const atMs = () => {
    if (askedFor === undefined || !parkUntil) return undefined;
    const before = { parkedAtMs: Date.parse(parkedAt), backAtMs: Date.parse(askedFor) };
    return timeAgain(before, { presets, nowMs: now().getTime(), timeZone: timeZone ?? undefined });
  };
  const label = text('ParkInteractionAgain');
  const shown = { label, ...textsOf(atMs(), { localeTag, now: now() }, text) };
  if (button.status !== 'ready') return { status: button.status, ...shown, title: button.title };
  // Counted anew when it is pressed: the time on screen may be a minute old.
  return { status: 'ready', ...shown, press: () => button.again({ reason, note, until: untilOf(atMs()) }) };
}

function textsOf(atMs: number | undefined, reader: { localeTag: string; now: Date }, text: Text) {
  if (atMs === undefined) return { title: text('ParkInteractionAgainTitle'), until: undefined };
  return {
    title: text('ParkInteractionAgainUntilTitle', { when: comingMoment(atMs, reader).absolute }),
    until: text('ParkInteractionAgainUntil', { when: briefMoment(atMs, reader) }),
  };
}

/**
 * Without a time where the card knows none: it came back by a reply, and what the agent had chosen is not told then. Nor
 * is whether replies waited for it; a reply that brings it back does less harm than one that is kept waiting.
 */
function untilOf(atMs: number | undefined): Until | undefined {
  return atMs === undefined ? undefined : { backAt: new Date(atMs).toISOString(), replies: 'wake' };
}

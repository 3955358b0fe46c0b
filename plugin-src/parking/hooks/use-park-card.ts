import { parkCardOf, type ParkCard } from '../../flex/park-card';
import { useParkingServices } from '../parking-services';
import type { Text } from '../strings/text';
import { pastMoment, type Moment } from './moment';
import { useMinuteTick } from './use-minute-tick';

export interface ParkCardTexts {
  label: string;
  parked: string;
  parkedAt: Moment;
  times: string;
  askedFor: string | undefined;
  event: string | undefined;
  reason: string | undefined;
  note: string | undefined;
}

/** What the agent who parked left for the next one; undefined for a task that was not parked or without notes. */
export function useParkCard(task: { readonly attributes: unknown } | undefined): ParkCardTexts | undefined {
  const { localeTag, now, text } = useParkingServices();
  useMinuteTick();
  const card = parkCardOf(task);
  if (!card) return undefined;
  const { agentName, askedFor, event, note, reason, timesParked } = card;
  const parkedAt = pastMoment(card.parkedAt, { now: now(), localeTag });
  const isOne = new Intl.PluralRules(localeTag).select(timesParked) === 'one';
  return {
    label: text('ParkInteractionCardLabel'),
    parked: text('ParkInteractionCardParked', { agentName, when: parkedAt.relative }),
    parkedAt,
    times: text(isOne ? 'ParkInteractionCardTimes_one' : 'ParkInteractionCardTimes_other', { count: timesParked }),
    askedFor:
      askedFor &&
      text('ParkInteractionUntilCardAskedFor', {
        agentName,
        when: pastMoment(askedFor, { now: now(), localeTag }).absolute,
      }),
    event: event && eventText(event, text),
    reason: reason && text('ParkInteractionCardReason', { reason }),
    note: note && text('ParkInteractionCardNote', { note }),
  };
}

function eventText({ note }: NonNullable<ParkCard['event']>, text: Text): string {
  return note ? text('ParkInteractionCardEventNote', { note }) : text('ParkInteractionCardEvent');
}

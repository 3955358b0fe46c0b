import type { Sid } from '../../../kernel/sids';
import type { Subject } from './workspace-events';

/** An event as it was told, whether or not anybody asked for it. */
export interface LoggedEvent extends Subject {
  readonly sid: Sid<'EV'>;
  readonly name: string;
  readonly happenedAtMs: number;
}

export interface EventLog {
  add(event: LoggedEvent): void;
  /** Oldest first. */
  all(): readonly LoggedEvent[];
}

/** "It keeps that data for 30 days": https://www.twilio.com/docs/taskrouter/api/event */
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** So that a day of use does not grow without end. */
const KEPT_AT_MOST = 2_000;

export function eventLog(): EventLog {
  const events: LoggedEvent[] = [];
  return {
    add(event) {
      events.push(event);
      const isOld = (one: LoggedEvent) => one.happenedAtMs < event.happenedAtMs - KEPT_MS;
      while (events.length > KEPT_AT_MOST || (events[0] && isOld(events[0]))) events.shift();
    },
    all: () => events,
  };
}

import type { Announcement, ParkedRecord } from '../domain/record';
import type { ParkSettings } from '../domain/settings';
import type { Ports } from '../ports';

const HOUR_MS = 60 * 60 * 1000;

/** The settings' maximum age as it is now. While settings cannot be read nothing is too old. */
export interface MaxAgeRule {
  isOver(record: ParkedRecord): boolean;
  /** The customer is to be told that it will be closed, and has not been told yet. */
  isToBeReminded(record: ParkedRecord): boolean;
  /** Nobody says farewell to a customer whose last words wait unread. */
  thenFor(record: ParkedRecord): 'route' | 'close';
  /** By language; empty for none. */
  texts: Record<Announcement, Record<string, string>>;
}

export async function maxAgeRule(ports: Ports): Promise<MaxAgeRule> {
  const settings = await ports.settings.current().catch(() => undefined);
  const maxAgeMs = (settings?.maxParkAgeHours ?? Infinity) * HOUR_MS;
  const remindMs = maxAgeMs - remindBeforeMs(settings);
  const isOlderThan = ({ park }: ParkedRecord, ageMs: number) => ports.clock.nowMs() - park.parkedAtMs >= ageMs;
  return {
    isOver: (record) => isOlderThan(record, maxAgeMs),
    isToBeReminded: ({ park, ...record }) =>
      !park.remark && park.announced?.reminder === undefined && isOlderThan({ ...record, park }, remindMs),
    thenFor: ({ park }) => (park.remark ? 'route' : (settings?.atMaxParkAge ?? 'route')),
    texts: { reminder: settings?.reminderMessage ?? {}, farewell: settings?.farewellMessage ?? {} },
  };
}

/** Negative infinity: never, also where there is no maximum age to count from. */
function remindBeforeMs(settings: ParkSettings | undefined): number {
  const { atMaxParkAge, remindBeforeCloseHours: hours, reminderMessage = {} } = settings ?? {};
  const isWanted = atMaxParkAge === 'close' && Object.keys(reminderMessage).length > 0;
  return isWanted && hours != null ? hours * HOUR_MS : -Infinity;
}

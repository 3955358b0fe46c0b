/** A moment as people read it. */
export interface Moment {
  /** For example “5 minutes ago” or “in 3 hours”. */
  relative: string;
  /** Date and time in the user's time zone. */
  absolute: string;
  /** For programs. */
  iso: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const UNITS = [
  { unit: 'day', lengthMs: 24 * HOUR_MS },
  { unit: 'hour', lengthMs: HOUR_MS },
  { unit: 'minute', lengthMs: MINUTE_MS },
] as const;

interface Reader {
  now: Date;
  /** BCP 47 tag. */
  localeTag: string;
}

/** A moment that has been; if its clock runs ahead of ours, it counts as now. */
export function pastMoment(iso: string, reader: Reader): Moment {
  const agoMs = Math.max(0, reader.now.getTime() - Date.parse(iso));
  return { relative: relative(-agoMs, reader), absolute: absolute(Date.parse(iso), reader), iso };
}

/** A moment to come; if it is over it counts as now. */
export function comingMoment(atMs: number, reader: Reader): Moment {
  const inMs = Math.max(0, atMs - reader.now.getTime());
  return { relative: relative(inMs, reader), absolute: absolute(atMs, reader), iso: new Date(atMs).toISOString() };
}

/** Short, for a table: “3:00 PM” today, “Sat, Nov 28, 9:00 AM” on any other day. */
export function briefMoment(atMs: number, { localeTag, now }: Reader): string {
  const isToday = new Date(atMs).toDateString() === now.toDateString();
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(localeTag, { ...(!isToday && day), hour: 'numeric', minute: '2-digit' }).format(atMs);
}

/** For example “3 hr 12 min”, or “3 hours 12 minutes”; less than a minute is one minute. */
export function duration(lengthMs: number, localeTag: string, unitDisplay: 'short' | 'long' = 'short'): string {
  const minutes = Math.max(1, Math.floor(lengthMs / MINUTE_MS));
  const parts = [
    { value: Math.floor(minutes / 60), unit: 'hour' },
    { value: minutes % 60, unit: 'minute' },
  ] as const;
  return parts
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => new Intl.NumberFormat(localeTag, { style: 'unit', unit, unitDisplay }).format(value))
    .join(' ');
}

function relative(offsetMs: number, { localeTag }: Reader): string {
  const format = new Intl.RelativeTimeFormat(localeTag, { numeric: 'auto' });
  const step = UNITS.find(({ lengthMs }) => Math.abs(offsetMs) >= lengthMs);
  return step ? format.format(steps(offsetMs / step.lengthMs), step.unit) : format.format(0, 'second');
}

/** Time that has passed counts when it is full; time to come is rounded, or a whole day would begin as 23 hours. */
function steps(units: number): number {
  return units < 0 ? Math.ceil(units) : Math.round(units);
}

function absolute(atMs: number, { localeTag }: Reader): string {
  return new Intl.DateTimeFormat(localeTag, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

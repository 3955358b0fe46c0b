/** What a clock on the wall shows: months count from 0, as in JavaScript. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What the clocks of a time zone show at a moment; `undefined` is the zone of this computer. */
export function wallTimeAt(atMs: number, timeZone: string | undefined): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(timeZone && { timeZone }),
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month') - 1,
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/**
 * The moment at which the clocks of a time zone show this; days beyond the end of a month are in the next one. A time
 * that a change to summer time leaves out is as much later; of one that comes twice, the first counts.
 */
export function momentOf(wall: WallTime, timeZone: string | undefined): number {
  const asUtcMs = utcOf(wall);
  const offsetAt = (atMs: number) => utcOf(wallTimeAt(atMs, timeZone)) - atMs;
  const DAY_MS = 24 * 60 * 60_000;
  const offsets = [offsetAt(asUtcMs - DAY_MS), offsetAt(asUtcMs + DAY_MS)];
  const right = offsets.map((offset) => asUtcMs - offset).filter((atMs) => offsetAt(atMs) === asUtcMs - atMs);
  return right.length > 0 ? Math.min(...right) : asUtcMs - (offsets[0] ?? 0);
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month, day, hour, minute);
}

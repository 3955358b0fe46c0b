export interface ParkedAtTexts {
  /** For example “5 minutes ago”. */
  relative: string;
  /** Date and time in the user's time zone. */
  absolute: string;
  /** For programs. */
  iso: string;
}

const MINUTE_MS = 60_000;
const UNITS = [
  { unit: 'day', lengthMs: 24 * 60 * MINUTE_MS },
  { unit: 'hour', lengthMs: 60 * MINUTE_MS },
  { unit: 'minute', lengthMs: MINUTE_MS },
] as const;

/** `parkedAt` is ISO 8601; a clock that runs ahead of ours counts as now. */
export function parkedAtTexts(request: { parkedAt: string; now: Date; localeTag: string }): ParkedAtTexts {
  const parkedAt = new Date(request.parkedAt);
  const agoMs = Math.max(0, request.now.getTime() - parkedAt.getTime());
  const format = new Intl.RelativeTimeFormat(request.localeTag, { numeric: 'auto' });
  const step = UNITS.find(({ lengthMs }) => agoMs >= lengthMs);
  return {
    relative: step ? format.format(-Math.floor(agoMs / step.lengthMs), step.unit) : format.format(0, 'second'),
    absolute: new Intl.DateTimeFormat(request.localeTag, { dateStyle: 'medium', timeStyle: 'short' }).format(parkedAt),
    iso: request.parkedAt,
  };
}

import { momentOf, wallTimeAt } from './zoned-time';

const MINUTE_MS = 60_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A time from the settings: so much later, or at a time of a day. */
export type Preset =
  | { kind: 'in'; count: number; unit: 'minute' | 'hour' }
  | { kind: 'today' | 'tomorrow'; hour: number; minute: number }
  | { kind: 'weekday'; weekday: number; hour: number; minute: number };

/** The texts of `park_until_presets`; the schema of the settings knows the same ones. Others are undefined. */
export function parsePreset(text: string): Preset | undefined {
  const later = /^in (\d+) (minute|hour)s?$/.exec(text);
  if (later) return { kind: 'in', count: Number(later[1]), unit: later[2] === 'hour' ? 'hour' : 'minute' };
  const [, day = '', hours, minutes] = /^([a-z]+) (\d\d):(\d\d)$/.exec(text) ?? [];
  const time = { hour: Number(hours), minute: Number(minutes) };
  if (day === 'today' || day === 'tomorrow') return { kind: day, ...time };
  const weekday = WEEKDAYS.indexOf(day);
  return weekday < 0 ? undefined : { kind: 'weekday', weekday, ...time };
}

/** When that is, seen from now. A weekday is the next one, never today. `timeZone`: undefined for this computer's. */
export function presetMoment(preset: Preset, nowMs: number, timeZone: string | undefined): number {
  if (preset.kind === 'in') return nowMs + preset.count * (preset.unit === 'hour' ? 60 : 1) * MINUTE_MS;
  const today = wallTimeAt(nowMs, timeZone);
  const { hour, minute } = preset;
  return momentOf({ ...today, day: today.day + daysAhead(preset, today), hour, minute }, timeZone);
}

function daysAhead(
  preset: Exclude<Preset, { kind: 'in' }>,
  today: { year: number; month: number; day: number },
): number {
  switch (preset.kind) {
    case 'today':
      return 0;
    case 'tomorrow':
      return 1;
    case 'weekday': {
      const now = new Date(Date.UTC(today.year, today.month, today.day)).getUTCDay();
      return ((preset.weekday - now + 6) % 7) + 1;
    }
  }
}

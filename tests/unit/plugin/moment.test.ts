/** @jest-environment node */
import { comingMoment, duration, pastMoment } from '../../../plugin-src/parking/hooks/moment';

const now = new Date('2026-03-04T12:00:00Z');
const since = (iso: string, localeTag = 'en-US') => pastMoment(iso, { now, localeTag }).relative;

it.each([
  ['2026-03-04T12:00:00Z', 'now'],
  ['2026-03-04T12:00:30Z', 'now'],
  ['2026-03-04T11:59:01Z', 'now'],
  ['2026-03-04T11:59:00Z', '1 minute ago'],
  ['2026-03-04T11:00:01Z', '59 minutes ago'],
  ['2026-03-04T11:00:00Z', '1 hour ago'],
  ['2026-03-03T12:00:01Z', '23 hours ago'],
  ['2026-03-03T12:00:00Z', 'yesterday'],
  ['2026-02-02T12:00:00Z', '30 days ago'],
])('what was parked at %s was parked %s', (parkedAt, relative) => {
  expect(since(parkedAt)).toBe(relative);
});

it.each([
  ['2026-03-05T11:59:30Z', 'in 24 hours'],
  ['2026-03-04T13:20:00Z', 'in 1 hour'],
  ['2026-03-04T12:01:00Z', 'in 1 minute'],
  ['2026-03-04T11:00:00Z', 'now'],
])('what comes at %s comes %s', (iso, relative) => {
  expect(comingMoment(Date.parse(iso), { now, localeTag: 'en-US' }).relative).toBe(relative);
});

it.each([
  [3 * 3_600_000 + 12 * 60_000 + 59_000, '3 hr 12 min'],
  [2 * 3_600_000, '2 hr'],
  [59 * 60_000, '59 min'],
  [10_000, '1 min'],
])('%d ms last %s', (lengthMs, said) => {
  expect(duration(lengthMs, 'en-US')).toBe(said);
});

it.each(['es-ES', 'es-MX', 'pt-BR', 'th', 'zh-Hans'])('the time is in the user’s language: %s', (localeTag) => {
  expect(since('2026-03-04T11:00:00Z', localeTag)).not.toMatch(/hour/);
  expect(pastMoment('2026-03-04T11:00:00Z', { now, localeTag }).absolute).not.toMatch(/Mar/);
});

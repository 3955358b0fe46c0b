/** @jest-environment node */
import { parkedAtTexts } from '../../../plugin-src/parking/hooks/parked-at';

const since = (parkedAt: string, localeTag = 'en-US') =>
  parkedAtTexts({ parkedAt, now: new Date('2026-03-04T12:00:00Z'), localeTag }).relative;

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

it.each(['es-ES', 'es-MX', 'pt-BR', 'th', 'zh-Hans'])('the time is in the user’s language: %s', (localeTag) => {
  expect(since('2026-03-04T11:00:00Z', localeTag)).not.toMatch(/hour/);
});

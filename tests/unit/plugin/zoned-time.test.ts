/** @jest-environment node */
import fc from 'fast-check';

import { momentOf, wallTimeAt } from '../../../plugin-src/parking/state/zoned-time';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
const MINUTE_MS = 60_000;
const FROM_MS = Date.UTC(2025, 0, 1);
const TO_MS = Date.UTC(2030, 0, 1);
const aMinute = fc.integer({ min: FROM_MS / MINUTE_MS, max: TO_MS / MINUTE_MS }).map((minutes) => minutes * MINUTE_MS);

const at = (year: number, month: number, day: number, hour: number, minute = 0) => ({
  year,
  month: month - 1,
  day,
  hour,
  minute,
});
const iso = (...[wall, zone]: Parameters<typeof momentOf>) => new Date(momentOf(wall, zone)).toISOString();

describe('the moment at which the clocks of a time zone show something', () => {
  it('shows just that again, in every zone and season', () => {
    fc.assert(
      fc.property(aMinute, fc.constantFrom(...ZONES), (atMs, zone) => {
        const wall = wallTimeAt(atMs, zone);
        const momentMs = momentOf(wall, zone);
        expect(wallTimeAt(momentMs, zone)).toEqual(wall);
        // Of an hour that comes twice, the first counts.
        expect(momentMs).toBeLessThanOrEqual(atMs);
      }),
      { numRuns: 500 },
    );
  });

  it('is as much later when the change to summer time leaves it out', () => {
    expect(iso(at(2026, 3, 29, 2, 30), 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is the first of two when the change to winter time repeats it', () => {
    expect(iso(at(2026, 10, 25, 2, 30), 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('goes on in the next month after the last day of one', () => {
    expect(iso(at(2026, 1, 32, 9), 'Europe/Berlin')).toBe('2026-02-01T08:00:00.000Z');
  });

  it('is of this computer when no zone is given', () => {
    const here = new Date(2026, 5, 1, 9, 0);
    expect(momentOf(at(2026, 6, 1, 9), undefined)).toBe(here.getTime());
  });
});

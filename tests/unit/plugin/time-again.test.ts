/** @jest-environment node */
import { timeAgain } from '../../../plugin-src/parking/state/time-again';

const PRESETS = ['in 1 hour', 'today 15:00', 'tomorrow 09:00', 'monday 09:00'];

/** All times are those of Berlin in winter. November 26 is a Thursday. */
function again({ parked, back, now }: { parked: string; back: string; now: string }): string {
  const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}+01:00`);
  const atMs = timeAgain(
    { parkedAtMs: at(parked), backAtMs: at(back) },
    { nowMs: at(now), presets: PRESETS, timeZone: 'Europe/Berlin' },
  );
  const inBerlin = new Date(atMs + 60 * 60_000).toISOString();
  return inBerlin.slice(5, 19).replace('T', ' ');
}

describe('the time to park until again', () => {
  it.each([
    [
      'an hour was chosen, and a note written: an hour from now',
      { parked: '11-26 10:03:20', back: '11-26 11:00:00', now: '11-26 11:05:00' },
      '11-26 12:05:00',
    ],
    [
      'this afternoon, which is over: tomorrow afternoon',
      { parked: '11-26 10:00:00', back: '11-26 15:00:00', now: '11-26 15:01:00' },
      '11-27 15:00:00',
    ],
    [
      'tomorrow morning: the next morning',
      { parked: '11-26 17:20:00', back: '11-27 09:00:00', now: '11-27 09:02:00' },
      '11-28 09:00:00',
    ],
    [
      'Monday: the next Monday',
      { parked: '11-26 17:20:00', back: '11-30 09:00:00', now: '11-30 09:02:00' },
      '12-07 09:00:00',
    ],
    [
      'a time of one’s own on the same day: as much later',
      { parked: '11-26 10:00:00', back: '11-26 12:30:00', now: '11-26 12:31:00' },
      '11-26 15:01:00',
    ],
    [
      'a time of one’s own on another day: as many days later, at that time of day',
      { parked: '11-26 17:00:00', back: '11-28 10:30:00', now: '11-28 10:31:00' },
      '11-30 10:30:00',
    ],
    [
      'less than the Functions take: a minute',
      { parked: '11-26 10:00:00', back: '11-26 10:00:40', now: '11-26 10:01:00' },
      '11-26 10:02:00',
    ],
  ])('%s', (_, times, expected) => expect(again(times)).toBe(expected));
});

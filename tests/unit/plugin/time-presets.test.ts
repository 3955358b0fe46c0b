/** @jest-environment node */
import { GENERAL_SETTINGS } from '../../../flex-config/schema/settings';
import { parsePreset, presetMoment } from '../../../plugin-src/parking/state/time-presets';

/** A Friday, 10:30 in Berlin. */
const NOW_MS = Date.parse('2026-11-27T09:30:00.000Z');

function momentOf(text: string, nowMs = NOW_MS, zone = 'Europe/Berlin'): string | undefined {
  const preset = parsePreset(text);
  return preset && new Date(presetMoment(preset, nowMs, zone)).toISOString();
}

describe('a time from the settings', () => {
  it.each([
    ['in 30 minutes', '2026-11-27T10:00:00.000Z'],
    ['in 1 minute', '2026-11-27T09:31:00.000Z'],
    ['in 2 hours', '2026-11-27T11:30:00.000Z'],
    ['today 15:00', '2026-11-27T14:00:00.000Z'],
    ['tomorrow 09:00', '2026-11-28T08:00:00.000Z'],
    ['monday 09:00', '2026-11-30T08:00:00.000Z'],
    ['saturday 09:00', '2026-11-28T08:00:00.000Z'],
    ['friday 09:00', '2026-12-04T08:00:00.000Z'],
  ])('%s, on a Friday morning in Berlin, is %s', (text, iso) => expect(momentOf(text)).toBe(iso));

  it('is at the same time of day on the day after a change of the clocks', () => {
    const saturday = Date.parse('2026-10-24T10:00:00.000Z');
    expect(momentOf('tomorrow 09:00', saturday)).toBe('2026-10-25T08:00:00.000Z');
    expect(momentOf('today 15:00', saturday)).toBe('2026-10-24T13:00:00.000Z');
  });

  it('is of the day that it is in its own time zone', () => {
    const lateInBerlin = Date.parse('2026-11-27T23:30:00.000Z');
    expect(momentOf('tomorrow 09:00', lateInBerlin)).toBe('2026-11-29T08:00:00.000Z');
    expect(momentOf('tomorrow 09:00', lateInBerlin, 'America/New_York')).toBe('2026-11-28T14:00:00.000Z');
  });

  it.each([...GENERAL_SETTINGS.park_until_presets.byDefault])('%s, a default, is understood', (text) =>
    expect(momentOf(text)).toBeDefined(),
  );

  it('is none when nobody knows it, as from a newer version', () => expect(momentOf('next week')).toBeUndefined());
});

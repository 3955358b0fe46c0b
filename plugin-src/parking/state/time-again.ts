import { UNTIL_AT_LEAST_MS, UNTIL_AT_MOST_MS } from '../../../serverless-functions/src/contract/park-until';
import { parsePreset, presetMoment, type Preset } from './time-presets';
import { momentOf, wallTimeAt, type WallTime } from './zoned-time';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What was chosen counts from the moment of choosing; the agent may have written a note before they parked. */
const CHOSEN_BEFORE_PARK_MS = 5 * MINUTE_MS;

/** What the card tells of the time before. */
export interface TimeBefore {
  parkedAtMs: number;
  backAtMs: number;
}

interface Seen {
  nowMs: number;
  /** As the settings say them. */
  presets: readonly string[];
  /** That of the presets; undefined for this computer's. */
  timeZone: string | undefined;
}

/**
 * The time to park until when it is to be as before. The card knows only the moment that was chosen, so the rule behind
 * it is found again: the preset that gave this moment; else for a time on the same day as much later, and for another
 * day as many days later at the same time of day, because 17 hours after nine in the morning nobody is at work.
 */
export function timeAgain(before: TimeBefore, seen: Seen): number {
  const { nowMs, timeZone } = seen;
  const preset = presetChosen(before, seen);
  const atMs = preset ? nextMoment(preset, seen) : sameDistance(before, nowMs, timeZone);
  return Math.min(Math.max(atMs, nowMs + UNTIL_AT_LEAST_MS), nowMs + UNTIL_AT_MOST_MS);
}

function presetChosen({ backAtMs, parkedAtMs }: TimeBefore, { presets, timeZone }: Seen): Preset | undefined {
  const [nearest] = presets
    .flatMap((said) => {
      const preset = parsePreset(said);
      if (!preset) return [];
      const offMs = Math.abs(presetMoment(preset, parkedAtMs, timeZone) - backAtMs);
      return offMs <= toleranceMs(preset) ? [{ preset, offMs }] : [];
    })
    .sort((a, b) => a.offMs - b.offMs);
  return nearest?.preset;
}

function toleranceMs({ kind }: Preset): number {
  return kind === 'in' ? CHOSEN_BEFORE_PARK_MS : 0;
}

/** A time of today that is over is meant for tomorrow. */
function nextMoment(preset: Preset, { nowMs, timeZone }: Seen): number {
  const atMs = presetMoment(preset, nowMs, timeZone);
  if (preset.kind !== 'today' || atMs >= nowMs + UNTIL_AT_LEAST_MS) return atMs;
  return presetMoment({ ...preset, kind: 'tomorrow' }, nowMs, timeZone);
}

function sameDistance({ backAtMs, parkedAtMs }: TimeBefore, nowMs: number, timeZone: string | undefined): number {
  const back = wallTimeAt(backAtMs, timeZone);
  const days = (dateOf(back) - dateOf(wallTimeAt(parkedAtMs, timeZone))) / DAY_MS;
  if (days === 0) return nowMs + backAtMs - parkedAtMs;
  const today = wallTimeAt(nowMs, timeZone);
  return momentOf({ ...today, day: today.day + days, hour: back.hour, minute: back.minute }, timeZone);
}

function dateOf({ day, month, year }: WallTime): number {
  return Date.UTC(year, month, day);
}

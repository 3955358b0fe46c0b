import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { isAsAssumed, type Conclusion } from './conclude';
import type { Latency } from './latencies';

const latency = z.object({ calls: z.number(), p50Ms: z.number(), p95Ms: z.number() });

/** How one account behaves, and how sure that is: no secrets, no names, no SIDs. */
const calibrationFile = z.object({
  version: z.literal(1),
  at: z.string().datetime(),
  /** By the name of a switch of the local Twilio, which can be turned to it. */
  switches: z.record(
    z.object({ position: z.string(), asked: z.number(), agreed: z.number(), found: z.string().optional() }),
  ),
  /** What no switch has: what was found, and whether that was assumed. */
  observations: z.record(z.object({ found: z.string(), asAssumed: z.boolean(), asked: z.number() })),
  /** Why a question has no answer. */
  unanswered: z.record(z.string()),
  /** By kind of call, as this run measured them from where it ran. */
  latencies: z.record(latency),
});

export type Calibration = z.infer<typeof calibrationFile>;

export const DEFAULT_FILE = 'calibration.json';

type Shown = Extract<Conclusion, { kind: 'shown' }>;

const shownOf = (all: Readonly<Record<string, Conclusion>>): [string, Shown][] =>
  Object.entries(all).flatMap(([name, one]) => (one.kind === 'shown' ? [[name, one] satisfies [string, Shown]] : []));

export function calibrationOf(
  concluded: {
    readonly switches: Readonly<Record<string, Conclusion>>;
    readonly observations: Readonly<Record<string, Conclusion>>;
  },
  { at, latencies }: { readonly at: string; readonly latencies: Readonly<Record<string, Latency>> },
): Calibration {
  const { switches, observations } = concluded;
  return {
    version: 1,
    at,
    switches: Object.fromEntries(shownOf(switches).map(([name, { kind: _kind, ...shown }]) => [name, shown])),
    observations: Object.fromEntries(
      shownOf(observations).map(([name, { position, asked }]) => [
        name,
        { found: position, asAssumed: isAsAssumed(name, position), asked },
      ]),
    ),
    unanswered: Object.fromEntries(
      Object.entries({ ...switches, ...observations }).flatMap(([name, one]) =>
        one.kind === 'shown' ? [] : [[name, one.why]],
      ),
    ),
    latencies,
  };
}

export function writeCalibration(file: string, calibration: Calibration): void {
  writeFileSync(file, `${JSON.stringify(calibration, null, 2)}\n`);
}

export type CalibrationRead =
  | { readonly kind: 'read'; readonly file: string; readonly at: string }
  | { readonly kind: 'absent' | 'unreadable'; readonly file: string };

/** What the doctor wants to know of it. */
export function readCalibration(file: string): CalibrationRead {
  if (!existsSync(file)) return { kind: 'absent', file };
  try {
    const { at } = calibrationFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { kind: 'read', file, at };
  } catch {
    return { kind: 'unreadable', file };
  }
}

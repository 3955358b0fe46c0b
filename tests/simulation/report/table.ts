import type { Tally } from '../run/run-many';
import { MUST_BE_REACHED } from './coverage';

/** The whole report of a simulation. */
export function report(tally: Tally, tookMs: number): string {
  return [
    `${tally.runs} runs in ${(tookMs / 1000).toFixed(0)} s (${(tally.runs / (tookMs / 1000)).toFixed(0)} per second), ` +
      `${tally.failed} broke a rule`,
    '',
    'Faults that struck, runs, milliseconds per run:',
    ...byFaults(tally),
    '',
    'Reached, how often:',
    ...reached(tally.counts),
    ...brokenRules(tally),
  ].join('\n');
}

function byFaults({ byFaults: known }: Tally): string[] {
  return [...known]
    .sort(([one], [other]) => one - other)
    .map(
      ([faults, { runs, ms }]) =>
        `${String(faults).padStart(4)} ${String(runs).padStart(8)} ${(ms / runs).toFixed(1).padStart(8)}`,
    );
}

function reached(counts: ReadonlyMap<string, number>): string[] {
  const must = new Set(MUST_BE_REACHED);
  const names = [...must, ...[...counts.keys()].filter((name) => !must.has(name)).sort()];
  return names.map((name) => `${String(counts.get(name) ?? 0).padStart(9)}  ${name}`);
}

function brokenRules({ rules }: Tally): string[] {
  if (rules.size === 0) return ['', 'No rule was broken.'];
  return ['', 'Broken rules, runs:', ...[...rules].map(([rule, runs]) => `${String(runs).padStart(9)}  ${rule}`)];
}

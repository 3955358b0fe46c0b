import { z } from 'zod';

import type { Phase } from './phases';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface PhaseResult {
  readonly phase: Phase;
  readonly exitCode: number;
  readonly tookMs: number;
  /** Undefined where nothing was counted: a build, or a run that ended before its first test. */
  readonly counts: Counts | undefined;
}

const jestResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** From what jest writes with `--json`; a file of tests that could not even start counts as one that failed. */
export function countsOf(json: unknown): Counts {
  const read = jestResults.parse(json);
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests + read.numRuntimeErrorTestSuites,
    skipped: read.numPendingTests,
  };
}

/** A phase that failed without saying how many counts as one failure, so that it cannot hide. */
export function totalOf(results: readonly PhaseResult[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts, exitCode } of results) {
    total.passed += counts?.passed ?? 0;
    total.failed += counts?.failed || (exitCode === 0 ? 0 : 1);
    total.skipped += counts?.skipped ?? 0;
  }
  return total;
}

/** What each phase took and counted, and which did not run any more. */
export function tableOf(results: readonly PhaseResult[], planned: readonly Phase[]): string {
  const total = totalOf(results);
  const tookMs = results.reduce((sum, result) => sum + result.tookMs, 0);
  return [
    line('', 'time', 'passed', 'failed'),
    ...planned.map(({ name }, at) => {
      const result = results[at];
      if (!result) return line(name, 'not run');
      const { counts, exitCode } = result;
      if (!counts) return line(name, minutes(result.tookMs), exitCode === 0 ? '' : 'failed');
      return line(name, minutes(result.tookMs), String(counts.passed), String(counts.failed));
    }),
    line('together', minutes(tookMs), String(total.passed), String(total.failed)),
  ].join('\n');
}

function line(name: string, ...cells: readonly string[]): string {
  return `${name.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd();
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export interface Latency {
  readonly calls: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** The smallest of them that so many percent do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  const at = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[at] ?? 0;
}

/** By kind of call, in the order of the alphabet. Figures of this run, and of where it ran. */
export function latenciesOf(timed: ReadonlyMap<string, readonly number[]>): Record<string, Latency> {
  const entries = [...timed].map(([kind, durations]): [string, Latency] => {
    const sorted = [...durations].sort((one, other) => one - other);
    const rounded = (percent: number) => Math.round(percentile(sorted, percent));
    return [kind, { calls: sorted.length, p50Ms: rounded(50), p95Ms: rounded(95) }];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
}

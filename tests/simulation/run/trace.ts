export interface TraceLine {
  readonly atMs: number;
  readonly who: string;
  readonly what: string;
}

/** What happened in a run, for people. */
export interface Trace {
  add(who: string, what: string): void;
  text(): string;
}

export function createTrace(nowMs: () => number): Trace {
  const startMs = nowMs();
  const lines: TraceLine[] = [];
  return {
    add(who, what) {
      lines.push({ atMs: nowMs() - startMs, who, what });
    },
    text: () =>
      lines
        .map(({ atMs, who, what }) => `${(atMs / 1000).toFixed(3).padStart(10)} s  ${who.padEnd(14)} ${what}`)
        .join('\n'),
  };
}

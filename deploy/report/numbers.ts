import type { HistoryEntry, HowEnded } from '../../serverless-functions/src/contract/history';

export interface Numbers {
  parks: number;
  /** Milliseconds from the park to its return, or to its end; undefined without a park. */
  medianMs: number | undefined;
  p90Ms: number | undefined;
  /** How they ended, the most frequent first. */
  endings: { how: HowEnded; count: number }[];
  /** Of those that somebody took, how many went to the agent who had parked them. */
  sameAgent: number;
  taken: number;
  savedTasks: number;
  /** Nobody would have had them without a repair. */
  repaired: number;
}

export interface Report {
  total: Numbers;
  /** The newest day first, and within a day the queues by name. */
  rows: (Numbers & { day: string; queueName: string })[];
}

/** The day of a moment where the people are, as 2026-11-28. */
export function dayIn(timeZone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (atMs) => format.format(atMs);
}

/** What the history says, altogether and for each day of parking and queue. */
export function reportOf(entries: readonly HistoryEntry[], dayOf: (atMs: number) => string): Report {
  const groups = new Map<string, { day: string; queueName: string; entries: HistoryEntry[] }>();
  for (const entry of entries) {
    const day = dayOf(Date.parse(entry.parkedAt));
    const { queueName } = entry;
    const key = JSON.stringify([day, queueName]);
    const group = groups.get(key) ?? { day, queueName, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.day.localeCompare(a.day) || a.queueName.localeCompare(b.queueName),
  );
  return {
    total: numbersOf(entries),
    rows: sorted.map(({ day, queueName, entries: own }) => ({ day, queueName, ...numbersOf(own) })),
  };
}

function numbersOf(entries: readonly HistoryEntry[]): Numbers {
  const times = entries.map(parkedForMs).sort((a, b) => a - b);
  const taken = entries.filter(({ takenBy }) => takenBy !== undefined);
  return {
    parks: entries.length,
    medianMs: percentile(times, 50),
    p90Ms: percentile(times, 90),
    endings: endingsOf(entries),
    sameAgent: taken.filter(({ parkedBy, takenBy }) => takenBy?.workerSid === parkedBy.workerSid).length,
    taken: taken.length,
    savedTasks: entries.filter(({ savedTask }) => savedTask).length,
    repaired: entries.filter(({ how }) => how === 'found').length,
  };
}

function endingsOf(entries: readonly HistoryEntry[]): Numbers['endings'] {
  const counts = new Map<HowEnded, number>();
  for (const { how } of entries) counts.set(how, (counts.get(how) ?? 0) + 1);
  return [...counts].map(([how, count]) => ({ how, count })).sort((a, b) => b.count - a.count);
}

function parkedForMs({ endedAt, parkedAt, returnedAt }: HistoryEntry): number {
  return Math.max(0, Date.parse(returnedAt ?? endedAt) - Date.parse(parkedAt));
}

/** The smallest value that so many per cent do not exceed: always one that really occurred. */
function percentile(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

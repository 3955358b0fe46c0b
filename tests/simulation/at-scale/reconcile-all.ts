import type { FunctionLibrary } from '../functions/load-function';
import { reconcile } from '../run/people';
import type { Stage } from '../run/stage';
import { object } from '../run/view';
import { parkedCrowd } from './parked-crowd';

/** The server lets one desktop reconcile a minute, however many are open. */
const BETWEEN_RUNS_MS = 61_000;
const MAX_RUNS = 200;

/** What it takes to look at everything once, and what it takes right after that. */
export interface Measured {
  /** The most of any record. */
  readonly callsPerRecord: number;
  /** Calls that wait for each other's answers, the most of any record. */
  readonly roundsPerRecord: number;
  /** Reads of the same thing about one record in one run. */
  readonly readTwice: readonly string[];
  readonly runs: number;
  readonly untilAllMs: number;
  /** All calls of a run within ten minutes after, and how many of them are about a record. */
  readonly callsOfTheNextRun: number;
  readonly callsAboutRecordsThen: number;
  /** How many of the runs answered with a report, and what they repaired or could not. */
  readonly reports: number;
  readonly lines: readonly string[];
}

interface Sent {
  readonly what: string;
  readonly isRead: boolean;
  readonly round: number;
  tookEffectAtMs: number;
}

export async function reconcileAll(
  crowd: Parameters<typeof parkedCrowd>[0],
  library: FunctionLibrary,
): Promise<Measured> {
  const stage = await parkedCrowd(crowd, library);
  const watch = watchCalls(stage);
  const startedAtMs = stage.clock.nowMs();
  const lines: string[] = [];
  let [runs, reports, isMore] = [0, 0, true];
  while (isMore && runs < MAX_RUNS) {
    if (runs > 0) await stage.loop.pass(BETWEEN_RUNS_MS);
    const report = await run(stage);
    runs += 1;
    reports += report ? 1 : 0;
    isMore = report?.more !== false;
    lines.push(...linesOf(report));
  }
  const untilAllMs = stage.clock.nowMs() - startedAtMs;
  const seen = watch.take();
  await stage.loop.pass(BETWEEN_RUNS_MS);
  await run(stage);
  const then = watch.take();
  const about = [...seen.byRecord.values()];
  return {
    callsPerRecord: Math.max(...about.map((calls) => calls.length)),
    roundsPerRecord: Math.max(...about.flatMap((calls) => calls.map(({ round }) => round))),
    readTwice: about.flatMap(readTwice),
    runs,
    untilAllMs,
    callsOfTheNextRun: then.all,
    callsAboutRecordsThen: [...then.byRecord.values()].flat().length,
    reports,
    lines,
  };
}

/** By an agent who has no rows to ask about. */
async function run(stage: Stage) {
  const asked = reconcile(stage, 'ben');
  await stage.loop.untilQuiet();
  const outcome = await asked;
  return outcome.kind === 'answered' && outcome.answer.status === 200 ? object(outcome.answer.body) : undefined;
}

function linesOf(report: Awaited<ReturnType<typeof run>>): string[] {
  return [report?.repairs, report?.needsAPerson].flatMap((lines) =>
    Array.isArray(lines) ? lines.map((line) => String(object(line)?.what)) : [],
  );
}

function readTwice(calls: readonly Sent[]): string[] {
  const reads = calls.filter(({ isRead }) => isRead).map(({ what }) => what);
  return reads.filter((what, at) => reads.indexOf(what) !== at);
}

/** Sorts calls by the conversation that they are about. */
function watchCalls({ hooks, clock }: Stage) {
  let all = 0;
  let byRecord = new Map<string, Sent[]>();
  let underWay = new Map<string, Sent>();
  hooks.onSent = ({ invocation, number, request }) => {
    all += 1;
    const of = /CH[0-9a-f]{32}/.exec(`${request.path} ${request.body}`)?.[0];
    if (of === undefined) return;
    const earlier = byRecord.get(of) ?? [];
    const done = earlier.filter(({ tookEffectAtMs }) => tookEffectAtMs < clock.nowMs());
    const sent: Sent = {
      what: `${request.method} ${request.path} ${JSON.stringify(request.query)}`,
      isRead: request.method === 'GET',
      round: 1 + Math.max(0, ...done.map(({ round }) => round)),
      tookEffectAtMs: Infinity,
    };
    byRecord.set(of, [...earlier, sent]);
    underWay.set(`${invocation.name} ${number}`, sent);
  };
  hooks.onEffect = (invocation, number) => {
    const sent = underWay.get(`${invocation} ${number}`);
    if (sent) sent.tookEffectAtMs = clock.nowMs();
  };
  return {
    /** What was seen since the last time. */
    take() {
      const seen = { all, byRecord };
      [all, byRecord, underWay] = [0, new Map(), new Map()];
      return seen;
    },
  };
}

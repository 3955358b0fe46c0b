import type { ReconcileAnswer } from '../../contract/reconcile';
import type { ConversationSid, WorkerSid } from '../../contract/sids';
import type { Alert, AlertKind, AlertProblem } from '../domain/alert';
import { codeOf } from '../errors';
import type { Lease, Ports, RecordPage, Stored, Unreadable } from '../ports';
import { isUnreadable } from '../record-port';
import { step } from '../step';
import { bringBackDue, readDueTimes } from './due-times';
import { parkExpiringTasks } from './expiring-tasks';
import { conversationOf, isDue, parkIdOf } from './found-record';
import { removeGhostRows } from './ghost-rows';
import { maxAgeRule, type MaxAgeRule } from './max-age';
import { repair, repairUnreadable } from './repair';
import { tell } from './tell';

/** One reconcile in this time for all open desktops together. */
const LEASE_MS = 60_000;
/** Time for one run of a Function; what is left comes with the next. */
const RUN_FOR_MS = 7_000;
/** Every record is looked at once in this time; in between only those that are due. */
const ROUND_EVERY_MS = 10 * 60_000;
/** So many that failed are tried again before the next round; each costs a run five calls. */
const AGAIN_AT_MOST = 20;
/** Records that are looked at side by side, each with five calls at once. */
const AT_ONCE = 5;

type Report = Extract<ReconcileAnswer, { status: 'reconciled' }>;

interface Options {
  runForMs?: number;
  /** Looks at everything, however short ago it was looked at: for people who ask. */
  everything?: boolean;
  /** Rows that the caller's desktop wants checked. */
  ghosts?: { workerSid: WorkerSid; rows: readonly ConversationSid[] };
}

interface Run {
  report: Report;
  alerts: Alert[];
  maxAge: MaxAgeRule;
  untilMs: number;
  /** Only records that wait for something, and those that the last runs could not repair. */
  dueOnly: boolean;
  again: Set<ConversationSid>;
  /** Looked at in this run: what is due comes first, and is no business of the round then. */
  seen: Set<ConversationSid>;
}

/** Repairs whatever died on the way: compares each record with what is true at Twilio. Safe to repeat. */
export async function reconcile(ports: Ports, options: Options = {}): Promise<ReconcileAnswer> {
  const { runForMs = RUN_FOR_MS, ghosts } = options;
  const startedAtMs = ports.clock.nowMs();
  const [lease, ghostRows, dueTimes] = await Promise.all([
    ports.records.lease(startedAtMs, startedAtMs + LEASE_MS),
    ghosts ? removeGhostRows(ports, ghosts.workerSid, ghosts.rows) : [],
    readDueTimes(ports),
  ]);
  const report: Report = { status: 'reconciled', checked: 0, repairs: [], needsAPerson: [], more: false };
  for (const conversationSid of ghostRows) report.repairs.push({ conversationSid, what: 'ghost row removed' });
  // The lease is for looking at everything; what is due cannot wait for it, and its record says who routes it.
  const isAnyDue = dueTimes.some(({ atMs }) => atMs <= startedAtMs);
  if (!lease && !isAnyDue) return { status: 'leased', ...nextDue(ports, dueTimes[0]?.atMs) };
  const dueOnly = !options.everything && (!lease || isRoundOver(lease, startedAtMs));
  const untilMs = startedAtMs + runForMs;
  const run: Run = {
    report,
    alerts: [],
    maxAge: await maxAgeRule(ports),
    untilMs,
    dueOnly,
    again: new Set(lease?.again),
    seen: new Set<ConversationSid>(),
  };
  const next = await bringBackDue(ports, dueTimes, (found) => reconcileOne(ports, run, found));
  Object.assign(report, nextDue(ports, next));
  if (lease) await lookAround(ports, lease, { ...run, startedAtMs });
  await tell(ports, run.alerts);
  return report;
}

async function lookAround(ports: Ports, lease: Lease, run: Run & { startedAtMs: number }): Promise<void> {
  const { report, dueOnly, untilMs, startedAtMs } = run;
  if (!dueOnly) await saveFromExpiry(ports, untilMs, report);
  try {
    await goOn(ports, dueOnly ? lease : { ...lease, roundAtMs: lease.roundAtMs ?? startedAtMs }, run);
  } catch (error) {
    // What was found and repaired must be told all the same.
    ports.log('reconcile', 'interrupted', { reason: codeOf(error) });
    report.more = true;
  }
}

/** Beside the round: as often as all is looked at, so that nobody pays for it every minute. */
async function saveFromExpiry(ports: Ports, untilMs: number, report: Report): Promise<void> {
  await step(ports, 'expiring-tasks', async () => {
    const areThereMore = await parkExpiringTasks(ports, untilMs, {
      repaired: (conversationSid, what) => void report.repairs.push({ conversationSid, what }),
      needsAPerson: (conversationSid, what) => void report.needsAPerson.push({ conversationSid, what }),
    });
    if (areThereMore) report.more = true;
  });
}

function nextDue(ports: Ports, atMs: number | undefined): Pick<Report, 'nextDueInMs'> {
  return atMs === undefined ? {} : { nextDueInMs: Math.max(0, atMs - ports.clock.nowMs()) };
}

function isRoundOver({ roundAtMs, wholeRoundAtMs }: Lease, nowMs: number): boolean {
  return roundAtMs === undefined && wholeRoundAtMs !== undefined && nowMs - wholeRoundAtMs < ROUND_EVERY_MS;
}

/** Goes on where the last run stopped, and keeps how far this one came. */
async function goOn(ports: Ports, lease: Lease, run: Run): Promise<void> {
  let { doneOnPage } = lease;
  for await (const page of ports.records.pages(run.dueOnly ? undefined : lease.cursor)) {
    const done = await lookAtPage(ports, page, { ...run, from: run.dueOnly ? 0 : doneOnPage });
    if (done < page.records.length) {
      run.report.more = true;
      return save(ports, lease, run.dueOnly ? { run } : { run, cursor: page.cursor, doneOnPage: done });
    }
    doneOnPage = 0;
  }
  const whole = { cursor: undefined, doneOnPage: 0, roundAtMs: undefined, wholeRoundAtMs: lease.roundAtMs };
  return save(ports, lease, run.dueOnly ? { run } : { run, ...whole });
}

/** A run that only looked at what is due, and found it as the last one did, has nothing to keep. */
async function save(ports: Ports, lease: Lease, { run, ...progress }: { run: Run } & Partial<Lease>): Promise<void> {
  const again = [...run.again].slice(0, AGAIN_AT_MOST);
  if (run.dueOnly && again.join() === lease.again.join()) return;
  await ports.records.saveProgress({ ...lease, ...progress, again });
}

/** How many records of the page are done when the time is up. */
async function lookAtPage(ports: Ports, { records }: RecordPage, run: Run & { from: number }): Promise<number> {
  for (let at = run.from; at < records.length; at += AT_ONCE) {
    if (ports.clock.nowMs() >= run.untilMs) return at;
    const batch = records.slice(at, at + AT_ONCE).filter((found) => isWanted(ports, run, found));
    run.report.checked += batch.length;
    await Promise.all(batch.map((found) => reconcileOne(ports, run, found)));
  }
  return records.length;
}

function isWanted(ports: Ports, run: Run, found: Stored | Unreadable): boolean {
  return !run.seen.has(conversationOf(found)) && (!run.dueOnly || isDue(found, { ...run, nowMs: ports.clock.nowMs() }));
}

async function reconcileOne(ports: Ports, run: Run, found: Stored | Unreadable): Promise<void> {
  const { report, maxAge, dueOnly, again, alerts } = run;
  const conversationSid = conversationOf(found);
  const alert = (kind: AlertKind, problem?: AlertProblem) =>
    void alerts.push({ kind, parkId: parkIdOf(found), conversationSid, ...(problem && { problem }) });
  const repaired = (what: string, kind?: AlertKind) => {
    report.repairs.push({ conversationSid, what });
    if (kind) alert(kind);
  };
  const needsAPerson = (what: string) => void report.needsAPerson.push({ conversationSid, what });
  again.delete(conversationSid);
  run.seen.add(conversationSid);
  const tellProblem = async () => {
    const problem = await problemNow(ports, found);
    if (problem) alert('needs-attention', problem);
    return problem;
  };
  try {
    if (isUnreadable(found)) {
      needsAPerson('record-unreadable');
      await repairUnreadable(ports, found, repaired);
      return void (await tellProblem());
    }
    if ((await repair(ports, found, { maxAge, repaired, inRound: !dueOnly })) === 'again') again.add(conversationSid);
    const problem = hasProblem(found) ? await tellProblem() : undefined;
    if (problem) needsAPerson(problem);
  } catch (error) {
    again.add(conversationSid);
    if (!isUnreadable(found)) needsAPerson(codeOf(error));
    ports.log('reconcile', 'failed', { conversationSid, reason: codeOf(error) });
    await step(ports, 'look-for-problem', async () => void (await tellProblem()));
  }
}

const hasProblem = ({ record }: Stored) => record.state === 'parked' && record.problem !== undefined;

/** What keeps it from coming back as its record is now: a repair may have just solved it, or been refused. */
async function problemNow(ports: Ports, found: Stored | Unreadable): Promise<AlertProblem | undefined> {
  const now = await ports.records.read(conversationOf(found));
  if (!now) return undefined;
  if (isUnreadable(now)) return 'record-unreadable';
  return now.record.state === 'parked' && parkIdOf(now) === parkIdOf(found) ? now.record.problem : undefined;
}

import type { ReconcileAnswer } from '../../contract/reconcile';
import type { ConversationSid, WorkerSid } from '../../contract/sids';
import { isStale } from '../domain/stale';
import { codeOf } from '../errors';
import type { Lease, Ports, RecordPage, Stored, Unreadable } from '../ports';
import { isUnreadable } from '../record-port';
import { removeGhostRows } from './ghost-rows';
import { maxAgeRule, repair, repairUnreadable, type MaxAgeRule } from './repair';

/** One reconcile in this time for all open desktops together. */
const LEASE_MS = 60_000;
/** Time for one run of a Function; what is left comes with the next. */
const RUN_FOR_MS = 7_000;
/** Every record is looked at once in this time; in between only those that are due. */
const ROUND_EVERY_MS = 10 * 60_000;
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
  maxAge: MaxAgeRule;
  untilMs: number;
  /** Only records that wait for something. */
  dueOnly: boolean;
}

/** Repairs whatever died on the way: compares each record with what is true at Twilio. Safe to repeat. */
export async function reconcile(ports: Ports, options: Options = {}): Promise<ReconcileAnswer> {
  const { runForMs = RUN_FOR_MS, ghosts } = options;
  const startedAtMs = ports.clock.nowMs();
  const [lease, ghostRows] = await Promise.all([
    ports.records.lease(startedAtMs, startedAtMs + LEASE_MS),
    ghosts ? removeGhostRows(ports, ghosts.workerSid, ghosts.rows) : [],
  ]);
  if (!lease) return { status: 'leased' };
  const report: Report = { status: 'reconciled', checked: 0, repairs: [], needsAPerson: [], more: false };
  for (const conversationSid of ghostRows) report.repairs.push({ conversationSid, what: 'ghost row removed' });
  const dueOnly = !options.everything && isRoundOver(lease, startedAtMs);
  const run = { report, maxAge: await maxAgeRule(ports), untilMs: startedAtMs + runForMs, dueOnly };
  try {
    await goOn(ports, dueOnly ? lease : { ...lease, roundAtMs: lease.roundAtMs ?? startedAtMs }, run);
  } catch (error) {
    // What was found and repaired must be told all the same.
    ports.log('reconcile', 'interrupted', { reason: codeOf(error) });
    report.more = true;
  }
  return report;
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
      if (!run.dueOnly) await ports.records.saveProgress({ ...lease, cursor: page.cursor, doneOnPage: done });
      return;
    }
    doneOnPage = 0;
  }
  if (!run.dueOnly)
    await ports.records.saveProgress({
      untilMs: lease.untilMs,
      cursor: undefined,
      doneOnPage: 0,
      roundAtMs: undefined,
      wholeRoundAtMs: lease.roundAtMs,
    });
}

/** How many records of the page are done when the time is up. */
async function lookAtPage(ports: Ports, { records }: RecordPage, run: Run & { from: number }): Promise<number> {
  for (let at = run.from; at < records.length; at += AT_ONCE) {
    if (ports.clock.nowMs() >= run.untilMs) return at;
    const batch = records.slice(at, at + AT_ONCE).filter((found) => !run.dueOnly || isDue(ports, run, found));
    run.report.checked += batch.length;
    await Promise.all(batch.map((found) => reconcileOne(ports, run, found)));
  }
  return records.length;
}

/** A healthy parked record can wait for the next round; everything that is on its way somewhere cannot. */
function isDue(ports: Ports, { maxAge }: Run, found: Stored | Unreadable): boolean {
  if (isUnreadable(found)) return false;
  const { record } = found;
  const nowMs = ports.clock.nowMs();
  switch (record.state) {
    case 'parking':
    case 'unparking':
      return isStale(record, nowMs);
    case 'returning':
      return true;
    case 'parked':
      return (
        record.lateCallsUntilMs !== undefined || (record.flow?.untilMs ?? Infinity) <= nowMs || maxAge.isOver(record)
      );
  }
}

async function reconcileOne(ports: Ports, { report, maxAge, dueOnly }: Run, found: Stored | Unreadable): Promise<void> {
  const conversationSid = isUnreadable(found) ? found.unreadable : found.record.park.conversationSid;
  const repaired = (what: string) => void report.repairs.push({ conversationSid, what });
  const needsAPerson = (what: string) => void report.needsAPerson.push({ conversationSid, what });
  try {
    if (isUnreadable(found)) {
      needsAPerson('record-unreadable');
      return await repairUnreadable(ports, found, repaired);
    }
    await repair(ports, found, { maxAge, repaired, inRound: !dueOnly });
    if (found.record.state === 'parked' && found.record.problem) needsAPerson(found.record.problem);
  } catch (error) {
    if (!isUnreadable(found)) needsAPerson(codeOf(error));
    ports.log('reconcile', 'failed', { conversationSid, reason: codeOf(error) });
  }
}

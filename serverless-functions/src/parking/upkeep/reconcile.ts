import type { ReconcileAnswer } from '../../contract/reconcile';
import { claimAndRoute } from '../unpark/claim';
import { described } from './described';
import { cleanUp, forget } from '../clean-up';
import { isStale } from '../domain/stale';
import type { ParkedRecord, ReturningRecord } from '../domain/record';
import { keepsWebhook } from '../domain/routing';
import { codeOf } from '../errors';
import { removeOrphans } from '../orphans';
import { overdueRule, type OverdueRule } from './overdue';
import type { Lease, Ports, Stored } from '../ports';
import { isState } from '../records';
import { rearmParked } from '../unpark/rearm';
import { removeGhosts } from './ghosts';
import { settle } from '../settle';
import { died } from './task-event';
import { hasAgent, isCustomerWaiting } from '../truth';

/** One reconcile in this time for all open desktops together. */
const LEASE_MS = 60_000;
/** Time for one run of a Function; what is left comes with the next. */
const RUN_FOR_MS = 7_000;
/** Records that are looked at side by side; each is about five calls one after the other. */
const AT_ONCE = 5;
/** A prime that divides no page's size, so that every start has its turn soon. */
const STRIDE = 13;

interface Run {
  report: Report;
  overdue: OverdueRule;
  untilMs: number;
}

type Report = Extract<ReconcileAnswer, { status: 'reconciled' }>;

/** Repairs whatever died on the way: compares each record with what is true at Twilio. Safe to repeat. */
export async function reconcile(ports: Ports, { runForMs = RUN_FOR_MS } = {}): Promise<ReconcileAnswer> {
  const startedAtMs = ports.clock.nowMs();
  const lease = await ports.records.lease(startedAtMs, startedAtMs + LEASE_MS);
  if (!lease) return { status: 'leased' };
  const overdue = await overdueRule(ports);
  const report: Report = { status: 'reconciled', checked: 0, repairs: [], needsAPerson: [], more: false };
  const untilMs = startedAtMs + runForMs;
  const stoppedAt = await reconcileRecords(ports, lease, { report, overdue, untilMs });
  if (stoppedAt.more) {
    await ports.records.saveCursor(lease, stoppedAt.cursor);
    return { ...report, more: true };
  }
  if (lease.cursor) await ports.records.saveCursor(lease, undefined);
  for (const conversationSid of await removeGhosts(ports, untilMs)) {
    report.repairs.push({ conversationSid, what: 'ghost row removed' });
  }
  return report;
}

/** Goes on where the last run stopped, and says where this one did. */
async function reconcileRecords(
  ports: Ports,
  lease: Lease,
  { report, overdue, untilMs }: Run,
): Promise<{ more: false } | { more: true; cursor: string | undefined }> {
  for await (const page of ports.records.pages(lease.cursor)) {
    const { cursor } = page;
    const records = rotated(page.records, lease.untilMs);
    for (let at = 0; at < records.length; at += AT_ONCE) {
      if (ports.clock.nowMs() >= untilMs) return { more: true, cursor };
      const batch = records.slice(at, at + AT_ONCE);
      report.checked += batch.length;
      await Promise.all(batch.map((stored) => reconcileOne(ports, stored, { report, overdue })));
    }
  }
  return { more: false };
}

/** A page that took too long comes again: beginning elsewhere each time, every record of it gets its turn. */
function rotated<Item>(items: Item[], seed: number): Item[] {
  const start = items.length === 0 ? 0 : (Math.floor(seed / LEASE_MS) * STRIDE) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

async function reconcileOne(ports: Ports, stored: Stored, { report, overdue }: Omit<Run, 'untilMs'>): Promise<void> {
  const { conversationSid } = stored.record.park;
  const needsAPerson = (what: string) => report.needsAPerson.push({ conversationSid, what });
  try {
    await repair(ports, stored, { overdue, repaired: (what) => report.repairs.push({ conversationSid, what }) });
    if (stored.record.state === 'parked' && stored.record.problem) needsAPerson(stored.record.problem);
  } catch (error) {
    needsAPerson(codeOf(error));
    ports.log('reconcile', 'failed', { conversationSid, reason: codeOf(error) });
  }
}

interface Repairing {
  overdue: OverdueRule;
  repaired: (what: string) => void;
}

async function repair(ports: Ports, found: Stored, { overdue, repaired }: Repairing): Promise<void> {
  const conversation = await ports.conversations.fetch(found.record.park.conversationSid);
  if (!conversation || conversation.state === 'closed') {
    await forget(ports, found);
    return repaired('conversation is closed: park ended');
  }
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const wasStale = isStale(found.record, claim.atMs);
  const stored = await settle(ports, found, claim);
  if (wasStale) repaired(`taken over while ${found.record.state}`);
  if (!stored) return;
  await removeOrphans(ports, stored.record.park.conversationSid, stored.record.park.parkId);
  if (isState(stored, 'parked')) (await repairParked(ports, stored, overdue)).forEach(repaired);
  if (isState(stored, 'returning')) (await repairReturning(ports, stored)).forEach(repaired);
}

async function repairParked(ports: Ports, stored: Stored<ParkedRecord>, overdue: OverdueRule): Promise<string[]> {
  const { park } = stored.record;
  if (await hasAgent(ports, park)) {
    await forget(ports, stored);
    return ['an agent is in the conversation: park ended'];
  }
  const isWithFlow = stored.record.flow !== undefined && ports.clock.nowMs() < stored.record.flow.untilMs;
  if (!isWithFlow && (await isCustomerWaiting(ports, park))) {
    const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
    const facts = { agentGone: true, served: false };
    return [
      described(
        'the customer was waiting',
        await claimAndRoute(ports, stored, { type: 'customerWrote', ...facts, claim }),
      ),
    ];
  }
  const ended = await overdue(stored);
  return ended ? [ended] : rearmParked(ports, stored, stored.record);
}

async function repairReturning(ports: Ports, stored: Stored<ReturningRecord>): Promise<string[]> {
  const { taskSid, park, target } = stored.record;
  const task = await ports.tasks.fetch(taskSid);
  if (task?.status === 'pending' || task?.status === 'reserved') {
    await cleanUp(ports, stored.record, { webhook: !keepsWebhook(target) });
    return [];
  }
  if (task?.status === 'assigned' || task?.status === 'wrapping' || (await hasAgent(ports, park))) {
    await forget(ports, stored);
    return ['accepted: traces removed'];
  }
  await died(ports, stored, taskSid);
  return ['its task died: routed again or parked'];
}

import type { ReconcileAnswer } from '../contract/reconcile';
import { claimAndRoute, type Claimed } from './claim';
import { cleanUp, forget } from './clean-up';
import { isStale } from './domain/stale';
import type { ParkedRecord, ReturningRecord } from './domain/record';
import { keepsWebhook } from './domain/routing';
import { codeOf } from './errors';
import { removeOrphans } from './orphans';
import type { Ports, Stored } from './ports';
import { isState } from './records';
import { rearmParked } from './rearm';
import { removeGhosts } from './ghosts';
import { settle } from './settle';
import { died } from './task-event';
import { hasAgent, isCustomerWaiting } from './truth';

/** One reconcile in this time for all open desktops together. */
const LEASE_MS = 60_000;
/** Time for one run; what is left comes with the next. */
const RUN_FOR_MS = 7_000;

type Report = Extract<ReconcileAnswer, { status: 'reconciled' }>;

/** Repairs whatever died on the way: compares each record with what is true at Twilio. Safe to repeat. */
export async function reconcile(ports: Ports): Promise<ReconcileAnswer> {
  const untilMs = ports.clock.nowMs() + RUN_FOR_MS;
  if (!(await ports.records.lease(ports.clock.nowMs(), ports.clock.nowMs() + LEASE_MS))) return { status: 'leased' };
  const report: Report = { status: 'reconciled', checked: 0, repairs: [], needsAPerson: [], more: false };
  const seen = new Map<string, string>();
  for await (const stored of ports.records.all()) {
    if (ports.clock.nowMs() >= untilMs) return { ...report, more: true };
    report.checked += 1;
    seen.set(stored.record.park.conversationSid, stored.record.park.parkId);
    await reconcileOne(ports, stored, report);
  }
  for (const conversationSid of await removeGhosts(ports, seen)) {
    report.repairs.push({ conversationSid, what: 'ghost row removed' });
  }
  return report;
}

async function reconcileOne(ports: Ports, stored: Stored, report: Report): Promise<void> {
  const { conversationSid } = stored.record.park;
  try {
    for (const what of await repair(ports, stored)) report.repairs.push({ conversationSid, what });
    if (stored.record.state === 'parked' && stored.record.problem) {
      report.needsAPerson.push({ conversationSid, what: stored.record.problem });
    }
  } catch (error) {
    report.needsAPerson.push({ conversationSid, what: codeOf(error) });
    ports.log('reconcile', 'failed', { conversationSid, reason: codeOf(error) });
  }
}

async function repair(ports: Ports, found: Stored): Promise<string[]> {
  const conversation = await ports.conversations.fetch(found.record.park.conversationSid);
  if (!conversation || conversation.state === 'closed') {
    await forget(ports, found);
    return ['conversation is closed: park ended'];
  }
  const repairs: string[] = [];
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const wasStale = isStale(found.record, claim.atMs);
  const stored = await settle(ports, found, claim);
  if (wasStale) repairs.push(`taken over while ${found.record.state}`);
  if (!stored) return repairs;
  await removeOrphans(ports, stored.record.park.conversationSid, stored.record.park.parkId);
  if (isState(stored, 'parked')) repairs.push(...(await repairParked(ports, stored)));
  if (isState(stored, 'returning')) repairs.push(...(await repairReturning(ports, stored)));
  return repairs;
}

async function repairParked(ports: Ports, stored: Stored<ParkedRecord>): Promise<string[]> {
  const { park } = stored.record;
  if (await hasAgent(ports, park)) {
    await forget(ports, stored);
    return ['an agent is in the conversation: park ended'];
  }
  if (await isCustomerWaiting(ports, park)) {
    const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
    const facts = { agentGone: true, served: false };
    return [described(await claimAndRoute(ports, stored, { type: 'customerWrote', ...facts, claim }))];
  }
  return rearmParked(ports, stored, stored.record);
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

function described(claimed: Claimed): string {
  return claimed.kind === 'routed' ? 'the customer was waiting: routed' : `the customer is waiting: ${claimed.kind}`;
}

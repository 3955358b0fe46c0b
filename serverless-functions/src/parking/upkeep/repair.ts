import { apply, isState } from '../apply';
import { isOrphanOf } from '../clean-up';
import type { AlertKind } from '../domain/alert';
import { decide } from '../domain/decide';
import { isDue, isReplyNoted } from '../domain/due';
import { listItemOf } from '../domain/list-item';
import type { ParkedRecord, Park } from '../domain/record';
import { isStale } from '../domain/stale';
import { ParkingError } from '../errors';
import type { Ports, Stored, Unreadable, WakeWebhook } from '../ports';
import { restoreTraces } from '../restore';
import { step } from '../step';
import { takeOver } from '../take-over';
import { customerWrote, isAgentAmong, isAwayForWrapUp, isCustomerWaiting } from '../truth';
import { claimAndRoute, isClaimedBy, route, type Claimed } from '../unpark/route';
import { announceEnd } from './announce-end';
import type { MaxAgeRule } from './max-age';
import { repairReturning } from './repair-returning';

interface Repairing {
  maxAge: MaxAgeRule;
  /** In a round over all records, what a dead Function may have left on its way back is taken away again. */
  inRound: boolean;
  /** `kind`: a promise was broken until now, so that somebody may have to be told. */
  repaired: (what: string, kind?: AlertKind) => void;
}

/** `again`: something could not be done, and the next run should not wait for the next round. */
export type Repaired = 'done' | 'again';

/** Compares one record with what is true at Twilio; a healthy one costs five calls in one round. */
export async function repair(ports: Ports, found: Stored, repairing: Repairing): Promise<Repaired> {
  const { repaired } = repairing;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const wasStale = isStale(found.record, claim.atMs);
  const stored = await takeOver(ports, found, claim);
  if (wasStale) repaired(`taken over while ${found.record.state}`);
  if (!stored) return 'done';
  if (isClaimedBy(stored, claim.claimId)) {
    tellRouting(repaired, await route(ports, stored));
    return 'done';
  }
  if (isState(stored, 'parked')) return repairParked(ports, stored, repairing);
  if (isState(stored, 'returning')) await repairReturning(ports, stored, repairing);
  // Whatever is on its way back is due in every run.
  return 'done';
}

/** An unreadable record stays as it is; but whoever waits behind it is routed by what can be read. */
export async function repairUnreadable(
  ports: Ports,
  found: Unreadable,
  repaired: Repairing['repaired'],
): Promise<void> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await takeOver(ports, found, claim);
  if (!stored || !isState(stored, 'parked')) return;
  const { park } = stored.record;
  if (park.showList) await step(ports, 'mark-row', () => ports.list.markProblem(listItemOf(park), 'record-unreadable'));
  if (!(await isCustomerWaiting(ports, park))) return;
  const event = {
    type: 'customerWrote',
    agentGone: true,
    served: false,
    byWorkflow: true,
    why: 'found',
    claim,
  } as const;
  tellRouting(repaired, await claimAndRoute(ports, stored, event));
}

/** Only what has been routed is told as such: else it is not known yet, or there was nothing to route. */
function tellRouting(repaired: Repairing['repaired'], claimed: Claimed): void {
  repaired(
    described('the customer was waiting', claimed),
    claimed.kind === 'routed' ? 'customer-was-waiting' : undefined,
  );
}

/** What came of routing, in the words of a report. Throws the ParkingError of a routing that failed. */
function described(why: string, claimed: Claimed): string {
  if (claimed.kind === 'failed') throw new ParkingError(claimed.code);
  // Somebody else wrote it meanwhile, and the next run looks again.
  if (claimed.kind === 'again') throw new ParkingError('busy');
  return `${why}: ${claimed.kind}`;
}

async function repairParked(
  ports: Ports,
  stored: Stored<ParkedRecord>,
  { maxAge, repaired }: Repairing,
): Promise<Repaired> {
  const { park, flow } = stored.record;
  const isAway = await isAwayForWrapUp(ports, park);
  const { conversation, participants, newest, webhooks, row } = await lookAt(ports, park);
  if (!conversation || conversation.state === 'closed') {
    repaired('conversation is closed: park ended');
    return endPark(ports, stored, { type: 'conversationClosed' });
  }
  if (await isAgentAmong(ports, { park, isAway }, participants)) {
    repaired('an agent is in the conversation: park ended');
    return endPark(ports, stored, { type: 'agentJoined' });
  }
  await removeOrphansAmong(ports, park, webhooks);
  const isWithFlow = flow !== undefined && ports.clock.nowMs() < flow.untilMs;
  if (!isWithFlow && !isReplyNoted(park, ports.clock.nowMs()) && (await customerWrote(ports, park, newest))) {
    tellRouting(repaired, await routeNow(ports, stored, { why: 'found' }));
    return 'done';
  }
  if (!isWithFlow && isDue(park, ports.clock.nowMs())) {
    repaired(
      described(park.event ? 'an event came' : 'its time came', await claimAndRoute(ports, stored, timeCame(ports))),
    );
    return 'done';
  }
  if (maxAge.isOver(stored.record)) {
    repaired(await endOfTime(ports, stored, maxAge));
    return 'done';
  }
  if (maxAge.isToBeReminded(stored.record)) {
    const { outcome } = await announceEnd(ports, stored, { what: 'reminder', texts: maxAge.texts.reminder });
    repaired(`the customer was to be told that it will be closed: ${outcome}`);
    return 'done';
  }
  const restored = await restoreTraces(ports, stored, { conversation, webhooks, row: row ?? null });
  for (const what of restored.repairs)
    repaired(what, restored.wasDeaf && what === 'webhook created' ? 'webhook-was-missing' : undefined);
  return restored.isFailed || restored.isClosed ? 'again' : 'done';
}

async function endPark(
  ports: Ports,
  stored: Stored<ParkedRecord>,
  event: { type: 'conversationClosed' | 'agentJoined' },
): Promise<Repaired> {
  const applied = await apply(ports, stored, decide(stored.record, event));
  return applied.kind === 'ended' && !applied.isLeft ? 'done' : 'again';
}

/** Who is in the conversation has just been looked at. */
function timeCame(ports: Ports) {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  return { type: 'timeCame', served: false, claim } as const;
}

/** Everything about a parked conversation, each thing once. */
async function lookAt(ports: Ports, park: Park) {
  const { conversationSid } = park;
  const [conversation, participants, newest, webhooks, row] = await Promise.all([
    ports.conversations.fetch(conversationSid),
    ports.conversations.participants(conversationSid),
    ports.conversations.newestMessages(conversationSid),
    ports.wakeWebhooks.list(conversationSid),
    park.showList ? ports.list.find(listItemOf(park)) : undefined,
  ]);
  return { conversation, participants, newest, webhooks, row };
}

async function removeOrphansAmong(ports: Ports, { conversationSid, parkId }: Park, webhooks: WakeWebhook[]) {
  const orphans = webhooks.filter((webhook) => isOrphanOf(ports, parkId, webhook));
  const remove = ({ sid }: WakeWebhook) => ports.wakeWebhooks.remove(conversationSid, sid);
  await Promise.all(orphans.map((one) => step(ports, 'remove-orphan', () => remove(one))));
}

function routeNow(
  ports: Ports,
  stored: Stored,
  how: { why: 'found' | 'max-age'; byWorkflow?: true },
): Promise<Claimed> {
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  return claimAndRoute(ports, stored, { type: 'customerWrote', agentGone: true, served: false, ...how, claim });
}

async function endOfTime(ports: Ports, stored: Stored<ParkedRecord>, { texts, thenFor }: MaxAgeRule): Promise<string> {
  if (thenFor(stored.record) === 'route')
    return described('parked too long', await routeNow(ports, stored, { why: 'max-age', byWorkflow: true }));
  const { stored: told } = await announceEnd(ports, stored, { what: 'farewell', texts: texts.farewell });
  await ports.interactions.close(told.record.park);
  await apply(ports, told, decide(told.record, { type: 'conversationClosed' }));
  return 'parked too long: conversation closed';
}

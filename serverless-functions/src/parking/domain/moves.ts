import type { HowEnded } from '../../contract/history';
import { ended, ignored, moved, type Decision } from './decision';
import type { Asker, Claim, EventOf } from './events';
import type { InteractionRecord, Park, ParkedRecord, ReturningRecord, UnparkingRecord } from './record';
import { whyItCameBack } from './history';
import { dueTarget, isChosenTimeUp, isDue, letsRepliesWait, withRemark, withReply } from './due';
import { replyTarget } from './routing';
import { STALE_AFTER_MS } from './stale';

/** A press of Park has the record now. */
export function parking(park: Park): Decision {
  const claimedAtMs = park.parkedAtMs;
  const lateCallsUntilMs = claimedAtMs + STALE_AFTER_MS;
  return moved({ state: 'parking', park, traces: {}, lateCallsUntilMs, claimedAtMs, replyPending: false });
}

/** As people call them, if that is known. */
export function withAgentName(park: Park, name: string | undefined): Park {
  return name === undefined ? park : { ...park, agent: { ...park.agent, name } };
}

type Carried = Pick<InteractionRecord, 'park' | 'traces' | 'lateCallsUntilMs'>;

export function carried({ park, traces, lateCallsUntilMs }: Carried): Carried {
  return { park, traces, ...(lateCallsUntilMs !== undefined && { lateCallsUntilMs }) };
}

type Why = Pick<UnparkingRecord, 'cause' | 'why' | 'target' | 'flow'>;

function claimed(from: Carried, { claimId, atMs }: Claim, why: Why): UnparkingRecord {
  return { state: 'unparking', ...carried(from), claimedAtMs: atMs, claimId, ...why };
}

export const unparking = (from: Carried, claim: Claim, why: Why): Decision => moved(claimed(from, claim, why), 'route');

export const unparkingAgain = (from: ReturningRecord, claim: Claim, why: Why): Decision =>
  moved(claimed(from, claim, why), 'restore-wake-path', 'route');

/** The first try to route a reply goes where the settings say; every later one by the workflow. */
export function firstTry(park: Park): Why {
  return { cause: 'customer-wrote', why: 'reply', target: replyTarget(park) };
}

export function byWorkflow(why: HowEnded = 'reply'): Why {
  return { cause: 'customer-wrote', why, target: { to: 'workflow' } };
}

/** An agent has it, whether or not its own task brought them. */
export function cameBack(record: UnparkingRecord | ReturningRecord): Decision {
  return ended(record, whyItCameBack(record));
}

export const closed = (record: InteractionRecord): Decision => ended(record, 'closed');

/** An agent who does not take what rings for them alone is nothing that goes wrong; any other task that dies is. */
export function afterItsTaskDied(record: ReturningRecord): Why {
  if (record.target.to !== 'worker') return byWorkflow('found');
  if (record.cause === 'agent-asked') return byWorkflow(record.park.event ? 'event' : 'reply');
  return byWorkflow(whyItCameBack(record));
}

export function asked(record: InteractionRecord, { by, target }: EventOf<'unparkAsked'>): Why {
  const why = by.workerSid === record.park.agent.workerSid ? 'agent' : 'supervisor';
  return { cause: 'agent-asked', why, target };
}

/** Its time came, or an event: where the settings said when it was parked. */
function atItsTime(park: Park, why: 'time' | 'event'): Why {
  return { cause: 'customer-wrote', why, target: dueTarget(park) };
}

/** Its invite was sent. */
export function returning(record: UnparkingRecord, event: EventOf<'inviteSent'>): Decision {
  const { cause, why } = record;
  const { taskSid, target = record.target, atMs: sinceMs } = event;
  const left = event.allCallsAnswered ? record : { ...record, lateCallsUntilMs: sinceMs + STALE_AFTER_MS };
  const to = { cause, ...(why && { why }), target };
  return moved({ state: 'returning', ...carried(left), ...to, taskSid, sinceMs }, 'clean-up');
}

export function replyWhileParked(record: ParkedRecord, event: EventOf<'customerWrote'>): Decision {
  if (event.served) return ignored('served')();
  if (event.byWorkflow) return unparking(record, event.claim, byWorkflow(event.why));
  if (letsRepliesWait(record.park, event.claim.atMs)) return replyWaits(record, event.claim.atMs);
  const waiting = record.flow ? undefined : remarkWaits(record, event);
  if (waiting) return waiting;
  if (!record.flow)
    return unparking(record, event.claim, { ...firstTry(record.park), ...(event.why && { why: event.why }) });
  return isWithFlow(record, event.claim) ? ignored('served')() : unparking(record, event.claim, byWorkflow(event.why));
}

export function timeWhileParked(record: ParkedRecord, { claim, served }: EventOf<'timeCame'>): Decision {
  if (!isDue(record.park, claim.atMs)) return ignored('not-due')();
  if (served || isWithFlow(record, claim)) return ignored('served')();
  if (record.park.event) return unparking(record, claim, atItsTime(record.park, 'event'));
  if (isChosenTimeUp(record.park, claim.atMs)) return unparking(record, claim, atItsTime(record.park, 'time'));
  // A closing remark has waited long enough, and goes where replies go.
  return unparking(record, claim, record.flow ? byWorkflow() : firstTry(record.park));
}

/** A Studio flow that has it keeps its turn, and whoever gets it from there has the note. */
export function eventWhileParked(record: ParkedRecord, event: EventOf<'eventCame'>): Decision {
  if (event.served) return ignored('served')();
  const told = withEvent(record, event);
  return isWithFlow(record, event.claim) ? moved(told) : unparking(told, event.claim, atItsTime(told.park, 'event'));
}

/** Where an agent asked for it and does not take it, it would be parked as before: then the event is still to be served. */
export function eventWhileReturning(record: ReturningRecord, event: EventOf<'eventCame'>): Decision {
  const told = withEvent(record, event);
  if (!event.served) return unparkingAgain(told, event.claim, byWorkflow('event'));
  const isCertain = record.cause === 'customer-wrote' || record.park.event !== undefined;
  return isCertain ? ignored('already-unparked')() : moved(told);
}

/** The note is in the record before anybody is invited, so that whoever goes on after a dead Function has it, too. */
function withEvent<Record extends ParkedRecord | ReturningRecord>(
  record: Record,
  { claim, note }: EventOf<'eventCame'>,
): Record {
  return { ...record, park: { ...record.park, event: { atMs: claim.atMs, ...(note && { note }) } } };
}

/** The customer wrote, and waits for the time that the agent chose. */
export function replyWaits(record: ParkedRecord, atMs: number): Decision {
  const park = withReply(record.park, atMs);
  return park ? moved({ ...record, park }, 'renew-traces') : ignored('reply-waits')();
}

/** The customer wrote no more than a closing remark. A second message is never the same wait again: it wakes. */
function remarkWaits(record: ParkedRecord, { claim, remark: index }: EventOf<'customerWrote'>): Decision | undefined {
  if (index === undefined) return undefined;
  if (record.park.remark?.index === index && !isDue(record.park, claim.atMs)) return ignored('reply-waits')();
  const park = withRemark(record.park, { index, atMs: claim.atMs });
  return park && moved({ ...record, park }, 'renew-traces');
}

/**
 * Another time, or none. A reply that waits goes on waiting, or is served at once when nothing lets it wait any more; a
 * closing remark goes on waiting beside a time that lets replies wake.
 */
export function changeTime(record: ParkedRecord, { back, claim }: EventOf<'timeChanged'>): Decision {
  const { back: old, remark, ...others } = record.park;
  const waitsBeside = back !== undefined && back.repliesWaitMs === undefined && old?.repliedAtMs === undefined;
  const repliedAtMs = old?.repliedAtMs ?? (waitsBeside ? undefined : remark?.atMs);
  const park = {
    ...others,
    ...(waitsBeside && remark && { remark }),
    ...(back && { back: { ...back, ...(repliedAtMs !== undefined && { repliedAtMs }) } }),
  };
  if (repliedAtMs !== undefined && !letsRepliesWait(park, claim.atMs))
    return unparking({ ...record, park }, claim, firstTry(park));
  return moved({ ...record, park }, 'renew-traces');
}

/** Each is said once: who reads this record knows that it was, or that it was tried. */
export function announced(record: ParkedRecord, { atMs, what }: EventOf<'endAnnounced'>): Decision {
  const { announced: before, ...park } = record.park;
  if (before?.[what] !== undefined) return ignored('repeat')();
  return moved({ ...record, park: { ...park, announced: { ...before, [what]: atMs } } });
}

export function isWithFlow({ flow }: ParkedRecord, { atMs }: Claim): boolean {
  return flow !== undefined && atMs < flow.untilMs;
}

export function mayUnpark(record: InteractionRecord, { by }: { by: Asker }): boolean {
  return by.mayActOnAll || by.workerSid === record.park.agent.workerSid;
}

/** A Studio flow keeps its turn while an agent tries to take the conversation over, and after they could not. */
export function flowOf({ flow }: ParkedRecord | UnparkingRecord): Pick<ParkedRecord, 'flow'> {
  return flow ? { flow } : {};
}

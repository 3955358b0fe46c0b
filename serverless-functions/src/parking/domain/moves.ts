import type { HowEnded } from '../../contract/history';
import { ended, ignored, moved, type Decision } from './decision';
import type { Asker, Claim, EventOf } from './events';
import type { InteractionRecord, Park, ParkedRecord, ReturningRecord, UnparkingRecord } from './record';
import { whyItCameBack } from './history';
import { dueTarget, letsRepliesWait, withReply } from './due';
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
  return byWorkflow(record.cause === 'agent-asked' ? 'reply' : whyItCameBack(record));
}

export function asked(record: InteractionRecord, { by, target }: EventOf<'unparkAsked'>): Why {
  const why = by.workerSid === record.park.agent.workerSid ? 'agent' : 'supervisor';
  return { cause: 'agent-asked', why, target };
}

/** Its time came: where the settings said when it was parked. */
export function atItsTime(park: Park): Why {
  return { cause: 'customer-wrote', why: 'time', target: dueTarget(park) };
}

/** Its invite was sent. */
export function returning(record: UnparkingRecord, event: EventOf<'inviteSent'>): Decision {
  const { cause, why } = record;
  const { taskSid, target = record.target, atMs: sinceMs } = event;
  const left = event.allCallsAnswered ? record : { ...record, lateCallsUntilMs: sinceMs + STALE_AFTER_MS };
  const to = { cause, ...(why && { why }), target };
  return moved({ state: 'returning', ...carried(left), ...to, taskSid, sinceMs }, 'clean-up');
}

/** The customer wrote, and waits for the time that the agent chose. */
export function replyWaits(record: ParkedRecord, atMs: number): Decision {
  const park = withReply(record.park, atMs);
  return park ? moved({ ...record, park }, 'renew-traces') : ignored('reply-waits')();
}

/** Another time, or none. A reply that waits goes on waiting, or is served at once when nothing lets it wait any more. */
export function changeTime(record: ParkedRecord, { back, claim }: EventOf<'timeChanged'>): Decision {
  const { back: old, ...others } = record.park;
  const repliedAtMs = old?.repliedAtMs;
  const park = { ...others, ...(back && { back: { ...back, ...(repliedAtMs !== undefined && { repliedAtMs }) } }) };
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

export function mayUnpark(record: InteractionRecord, { by }: { by: Asker }): boolean {
  return by.mayActOnAll || by.workerSid === record.park.agent.workerSid;
}

/** A Studio flow keeps its turn while an agent tries to take the conversation over, and after they could not. */
export function flowOf({ flow }: ParkedRecord | UnparkingRecord): Pick<ParkedRecord, 'flow'> {
  return flow ? { flow } : {};
}

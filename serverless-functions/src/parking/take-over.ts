import { apply } from './apply';
import { decide } from './domain/decide';
import type { Claim, ParkingEvent } from './domain/events';
import type { Salvaged } from './domain/damaged-record';
import type { Park, ParkingRecord, UnparkingRecord } from './domain/record';
import { isStale, STALE_AFTER_MS } from './domain/stale';
import { ParkingError } from './errors';
import type { Found, Ports, Stored, Unreadable } from './ports';
import { isUnreadable } from './record-port';
import { findOpenTask, hasAgent, isAgentReleased, isYoung } from './truth';

/**
 * Takes over a record whose Function died, or that cannot be read: asks Twilio what really happened and applies the
 * event that was lost. Answers the record to go on with; undefined: read it again, for it was ended here or written by
 * somebody else. Throws `record-unreadable` when nothing can be done with it.
 */
export async function takeOver(ports: Ports, found: NonNullable<Found>, claim: Claim): Promise<Stored | undefined> {
  if (isUnreadable(found)) return readAsFarAsPossible(ports, found);
  const { record } = found;
  if (!isStale(record, ports.clock.nowMs())) return found;
  ports.log('take-over', record.state);
  if (record.state !== 'parking' && record.state !== 'unparking') return found;
  const lost = record.state === 'parking' ? await lostByPark(ports, record, claim) : await lostByUnpark(ports, record);
  const applied = await apply(ports, found, decide(record, lost));
  return applied.kind === 'moved' ? applied.stored : undefined;
}

async function lostByPark(ports: Ports, { park }: ParkingRecord, claim: Claim): Promise<ParkingEvent> {
  const { parkId } = park;
  if (!(await isAgentReleased(ports, park)) || (await hasAgent(ports, park)))
    return { type: 'parkFailed', parkId, allCallsAnswered: false };
  return { type: 'agentReleased', parkId, traces: {}, allCallsAnswered: true, replied: false, claim };
}

/**
 * First whether a task waits, then whether an agent is there: a task that is accepted between the two looks may be gone
 * from the list of invites, but its agent is in the conversation.
 */
async function lostByUnpark(ports: Ports, { park, claimId }: UnparkingRecord): Promise<ParkingEvent> {
  const taskSid = await findOpenTask(ports, park);
  if (taskSid) return { type: 'inviteSent', claimId, taskSid, atMs: ports.clock.nowMs(), allCallsAnswered: true };
  return (await hasAgent(ports, park)) ? { type: 'agentJoined' } : { type: 'inviteFailed', claimId };
}

/**
 * A record of another version, or a damaged one: what can be read of it, in the state that Twilio tells. It is written
 * only when something is decided on it.
 */
async function readAsFarAsPossible(ports: Ports, { salvaged, documentSid, revision }: Unreadable): Promise<Stored> {
  ports.log('take-over', 'unreadable', { routable: salvaged !== undefined });
  if (!salvaged) throw new ParkingError('record-unreadable');
  const nowMs = ports.clock.nowMs();
  if (salvaged.claimedAtMs !== undefined && Math.abs(nowMs - salvaged.claimedAtMs) < STALE_AFTER_MS)
    throw new ParkingError('busy');
  const park = await withWorkflow(ports, salvaged.park);
  const of = { park, traces: salvaged.traces };
  const openTask = await findOpenTask(ports, park);
  const servedBy = openTask ?? ((await hasAgent(ports, park)) ? park.task.sid : undefined);
  if (!servedBy && salvaged.sinceMs !== undefined && isYoung(ports, { sinceMs: salvaged.sinceMs }))
    throw new ParkingError('busy');
  const record: Stored['record'] = servedBy
    ? {
        state: 'returning',
        ...of,
        taskSid: servedBy,
        sinceMs: nowMs,
        cause: 'customer-wrote',
        target: { to: 'workflow' },
      }
    : { state: 'parked', ...of };
  return { documentSid, revision, record };
}

async function withWorkflow(ports: Ports, { task, ...park }: Salvaged['park']): Promise<Park> {
  const workflowSid = task.workflowSid ?? (await ports.workflows.standard());
  if (!workflowSid) throw new ParkingError('record-unreadable');
  return { ...park, task: { ...task, workflowSid } };
}

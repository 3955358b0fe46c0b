import type { ParkAnswer, ParkRequest } from '../../contract/park';
import { mayActOnAll, type Caller } from '../caller';
import { transition } from '../domain/transitions';
import { isStale } from '../domain/stale';
import type { InteractionRecord, Park, ParkingRecord } from '../domain/record';
import { ParkingError } from '../errors';
import { confirmParked, rowOf } from './confirm';
import { checkSituation, readSituation, type Read } from './check';
import { prepareWithinLimit } from './limit';
import { releaseAgent } from './release';
import type { Ports, Stored } from '../ports';
import { settle } from '../settle';
import { ensureStillAssigned } from './still-assigned';
import { isAgentReleased } from '../truth';

/** How long a second press waits for the first one before it says busy. */
const WAIT_FOR_OTHER_PRESS_MS = 4_000;
const LOOK_EVERY_MS = 500;

/**
 * Parks a conversation: reads and checks, then record, wake webhook and list item, then the release of the agent (the
 * pivot), then the record says parked. Before the pivot a failure undoes everything; after it there is only success.
 */
export async function park(ports: Ports, request: ParkRequest, verifying: Promise<Caller>): Promise<ParkAnswer> {
  const readAtMs = ports.clock.nowMs();
  const reading = readSituation(ports, request);
  reading.catch(() => undefined);
  const caller = await verifying;
  const read = await reading;
  if (!read.settings.enabled) throw new ParkingError('parking-disabled');
  const before = await settledBefore(ports, read);
  if (before && isRepeat(before.record, request, caller)) {
    const answer = await answerRepeat(ports, before);
    if (answer) return answer;
  }
  const parking = await checkSituation(ports, read, { request, caller });
  await ensureStillAssigned(ports, { sid: request.taskSid, task: read.situation.task, readAtMs });
  return parkNow(ports, parking, { before, courtesy: read.settings.courtesyMessage });
}

async function parkNow(
  ports: Ports,
  asked: Park,
  { before, courtesy }: { before: Stored | undefined; courtesy: Record<string, string> },
): Promise<ParkAnswer> {
  const outcome = transition(before?.record, { type: 'parkAsked', park: asked });
  ports.log('transition', outcome.kind, { from: before?.record.state ?? 'none', event: 'parkAsked' });
  if (outcome.kind === 'refused') throw new ParkingError(outcome.code);
  if (outcome.kind === 'ignored' || outcome.record?.state !== 'parking')
    return parked(before?.record ?? { park: asked });
  const prepared = await prepareWithinLimit(ports, outcome.record, before);
  const released = await releaseAgent(ports, prepared);
  return confirmParked(ports, { prepared, released, before, courtesy });
}

/** A record whose Function died is taken over first; what it leaves is the state to decide on. */
async function settledBefore(ports: Ports, { stored }: Read): Promise<Stored | undefined> {
  if (!stored) return undefined;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  return (await settle(ports, stored, claim)) ?? ports.records.read(stored.record.park.conversationSid);
}

function isRepeat({ park: of }: InteractionRecord, request: ParkRequest, caller: Caller): boolean {
  return of.task.sid === request.taskSid && (of.agent.workerSid === caller.workerSid || mayActOnAll(caller));
}

/**
 * The same task again. A press that is still at work is waited for, never overtaken: between its release of the agent
 * and its last word nobody else can tell what is true. Undefined: it died without effect, and the caller parks.
 */
async function answerRepeat(ports: Ports, { record }: Stored): Promise<ParkAnswer | undefined> {
  switch (record.state) {
    case 'parked':
      return parked(record);
    case 'unparking':
    case 'returning':
      return { status: 'returned', conversationSid: record.park.conversationSid };
    case 'parking':
      return isStale(record, ports.clock.nowMs()) ? undefined : waitForOther(ports, record);
  }
}

async function waitForOther(ports: Ports, { park: of }: ParkingRecord): Promise<ParkAnswer> {
  const untilMs = ports.clock.nowMs() + WAIT_FOR_OTHER_PRESS_MS;
  while (ports.clock.nowMs() < untilMs) {
    await ports.clock.sleep(LOOK_EVERY_MS);
    const now = await ports.records.read(of.conversationSid);
    if (!now) break;
    if (now.record.state === 'parking') continue;
    const answer = await answerRepeat(ports, now);
    if (answer) return answer;
  }
  if (await isAgentReleased(ports, of)) return parked({ park: of });
  throw new ParkingError('busy');
}

function parked({ park: of, traces }: { park: Park; traces?: InteractionRecord['traces'] }): ParkAnswer {
  const { conversationSid } = of;
  return { status: 'parked', conversationSid, ...rowOf(traces) };
}

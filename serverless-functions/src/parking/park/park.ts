import type { ParkAnswer, ParkRequest } from '../../contract/park';
import { readRecord } from '../apply';
import { mayActOnAll, type Caller } from '../caller';
import { decide } from '../domain/decide';
import type { InteractionRecord, Park, ParkingRecord } from '../domain/record';
import { isStale } from '../domain/stale';
import { ParkingError } from '../errors';
import type { Found, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { takeOver } from '../take-over';
import { isAgentReleased } from '../truth';
import { checkSituation, ensureStillAssigned, readSituation, type Read } from './check';
import { confirmParked, rowOf } from './confirm';
import { prepareWithinLimit } from './limit';
import { releaseAgent } from './release';

/** How long a second press waits for the first one before it says busy. */
const WAIT_FOR_OTHER_PRESS_MS = 4_000;
const LOOK_EVERY_MS = 500;

/**
 * Parks a conversation: reads and checks, then record, wake webhook and list item, then the release of the agent (the
 * pivot), then the record says parked. Before the pivot a failure undoes everything. After it there is no way back: the
 * answer is success, or `park-unconfirmed` when not even Twilio says whether the agent was released.
 */
export async function park(ports: Ports, request: ParkRequest, verifying: Promise<Caller>): Promise<ParkAnswer> {
  const reading = readSituation(ports, request);
  reading.catch(() => undefined);
  const caller = await verifying;
  const read = await reading;
  if (!read.settings.enabled) throw new ParkingError('parking-disabled');
  const before = await takenOver(ports, read);
  if (before && !isUnreadable(before) && isRepeat(before.record, request, caller)) {
    const answer = await answerRepeat(ports, before);
    if (answer) return answer;
  }
  const asked = await checkSituation(ports, read, { request, caller });
  await ensureStillAssigned(ports, request.taskSid, read.readAtMs);
  return parkNow(ports, asked, { ...read, before });
}

/** Who is on the channel with an assigned task may park, whatever a record that cannot be read may say. */
async function parkNow(ports: Ports, asked: Park, read: Read & { before: Found }): Promise<ParkAnswer> {
  const { before, invitedTasks, readAtMs, settings } = read;
  const record = isUnreadable(before) ? undefined : before?.record;
  const decision = decide(record, { type: 'parkAsked', park: asked });
  if (decision.kind === 'refused') throw new ParkingError(decision.code);
  if (decision.kind !== 'moved') return parked(record ?? { park: asked });
  const prepared = await prepareWithinLimit(ports, { decision, before, invitedTasks, readAtMs });
  const released = await releaseAgent(ports, prepared);
  return confirmParked(ports, { prepared, released, before, courtesy: settings.courtesyMessage });
}

/** A record whose Function died is taken over first; what it leaves is the state to decide on. */
async function takenOver(ports: Ports, { found }: Read): Promise<Found> {
  if (!found || isUnreadable(found)) return found;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  return (await takeOver(ports, found, claim)) ?? ports.records.read(found.record.park.conversationSid);
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
    const now = await readRecord(ports, of.conversationSid);
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

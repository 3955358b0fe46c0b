import { apply } from '../apply';
import { cleanUp, freeSlot } from '../clean-up';
import { decide } from '../domain/decide';
import type { Park, Traces } from '../domain/record';
import { codeOf } from '../errors';
import type { Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';

/** A wake may note a pending reply in the record meanwhile; the agent is still there and sees that message. */
const MAX_ROUNDS = 3;

/** A call that got no answer in its time lands soon after, or never. */
const LATE_CALLS_LAND_MS = 2_000;

interface Left {
  park: Park;
  traces: Traces;
  /** Whether the list mark may have been written: it bears no park id, and may be another park's. */
  marked: boolean;
}

/**
 * Takes back a park that did not reach its pivot. Only what bears its park id is touched, each step tolerates "nothing
 * there", and the record goes last: while anything is left it stays, so that reconcile finishes the work.
 */
export async function undoPark(ports: Ports, left: Left): Promise<void> {
  const { parkId } = left.park;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stored = await ownRecord(ports, left.park);
    if (stored === 'unknown' || !stored) return takeBackTraces(ports, left);
    const traces = { ...stored.record.traces, ...left.traces };
    const ours = { ...stored, record: { ...stored.record, traces } };
    const failed = { type: 'parkFailed', parkId, allCallsAnswered: !ports.hadLostAnswers() } as const;
    if ((await apply(ports, ours, decide(ours.record, failed))).kind !== 'conflict') return;
  }
}

/** Undefined when this park has no record; `unknown` when that cannot be read. */
async function ownRecord(ports: Ports, { conversationSid, parkId }: Park): Promise<Stored | 'unknown' | undefined> {
  try {
    const found = await ports.records.read(conversationSid);
    const isOurs = found && !isUnreadable(found) && found.record.park.parkId === parkId;
    return isOurs && found.record.state === 'parking' ? found : undefined;
  } catch (error) {
    ports.log('undo-record', 'left-to-reconcile', { reason: codeOf(error) });
    return 'unknown';
  }
}

/** Reconcile goes by records: what lands late of a press that has none must be looked for here. */
async function takeBackTraces(ports: Ports, left: Left): Promise<void> {
  const { park } = left;
  await Promise.all([cleanUp(ports, left, { webhook: true, mark: left.marked }), freeSlot(ports, park)]);
  if (!ports.hadLostAnswers()) return;
  await ports.clock.sleep(LATE_CALLS_LAND_MS);
  await Promise.all([cleanUp(ports, { park, traces: {} }, { webhook: true, mark: false }), freeSlot(ports, park)]);
}

import { cleanUpReplaced, freeSlot } from '../clean-up';
import { ParkingError } from '../errors';
import type { InteractionRecord, Park } from '../domain/record';
import type { Found, Ports, Slot } from '../ports';
import { isUnreadable } from '../record-port';
import { step } from '../step';
import { prepare, type Prepared, type Preparing } from './prepare';
import { undoPark } from './undo';

/** Prepares, and beside it looks whether the agent may park one more; what is one too many is undone and refused. */
export async function prepareWithinLimit(ports: Ports, preparing: Preparing): Promise<Prepared> {
  const { park } = preparing.decision.record;
  const fitting = hasRoom(ports, park);
  const prepared = await preparedOrFreed(ports, { park, fitting }, prepare(ports, preparing));
  if (await fitting) return prepared;
  await Promise.all([
    undoPark(ports, { ...prepared, marked: false }),
    cleanUpReplaced(ports, preparing.before, park.agent),
  ]);
  throw new ParkingError('too-many-parked');
}

/** A park that could not be prepared is undone already, perhaps before its slot was taken. */
async function preparedOrFreed(
  ports: Ports,
  { park, fitting }: { park: Park; fitting: Promise<boolean> },
  preparing: Promise<Prepared>,
): Promise<Prepared> {
  try {
    return await preparing;
  } catch (error) {
    await fitting;
    await freeSlot(ports, park);
    throw error;
  }
}

/** Takes a slot and counts the others. Never throws: a count that cannot be had stops nobody. */
async function hasRoom(ports: Ports, { slot, ...park }: Park): Promise<boolean> {
  if (!slot) return true;
  const { workerSid } = park.agent;
  let others: Slot[] = [];
  await Promise.all([
    step(ports, 'take-slot', () => ports.slots.take({ workerSid, ...park })),
    step(ports, 'count-slots', async () => void (others = await ports.slots.of(workerSid))),
  ]);
  others = others.filter(({ conversationSid }) => conversationSid !== park.conversationSid);
  return others.length < slot.max || (await countLive(ports, others)) < slot.max;
}

/** Only when the limit seems reached: asks the records, and frees what is not parked any more. */
async function countLive(ports: Ports, slots: Slot[]): Promise<number> {
  const live = await Promise.all(
    slots.map(async (slot) => {
      const found = await ports.records.read(slot.conversationSid).catch(() => 'unknown' as const);
      if (found === 'unknown' || isHeldBy(slot, found)) return true;
      await step(ports, 'free-slot', () => ports.slots.free(slot));
      return false;
    }),
  );
  return live.filter(Boolean).length;
}

/** What is just being unparked may be parked again a moment later, as when a Studio flow takes the reply first. */
const HELD: readonly InteractionRecord['state'][] = ['parking', 'parked', 'unparking'];

function isHeldBy({ parkId }: Slot, found: Found): boolean {
  if (isUnreadable(found)) return true;
  return found?.record.park.parkId === parkId && HELD.includes(found.record.state);
}

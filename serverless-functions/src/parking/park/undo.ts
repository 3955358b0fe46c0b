import { cleanUp, freeSlot } from '../clean-up';
import { step } from '../step';
import type { Park, Traces } from '../domain/record';
import type { Ports } from '../ports';

/** A call that got no answer in its time lands soon after, or nearly never. */
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
  const [clean, slot] = await Promise.all([
    cleanUp(ports, left, { webhook: true, mark: left.marked }),
    freeSlot(ports, left.park),
  ]);
  if (clean && slot === 'done' && !ports.hadLostAnswers())
    await step(ports, 'undo-record', () => removeRecord(ports, left.park));
  else await leaveToReconcile(ports, left.park);
}

/** Reconcile goes by records: what lands late of a press that has none must be looked for here. */
async function leaveToReconcile(ports: Ports, park: Park): Promise<void> {
  ports.log('undo-record', 'left-to-reconcile');
  await step(ports, 'undo-late-calls', async () => {
    const stored = await ports.records.read(park.conversationSid);
    if (stored?.record.park.parkId === park.parkId) return;
    await ports.clock.sleep(LATE_CALLS_LAND_MS);
    await Promise.all([cleanUp(ports, { park, traces: {} }, { webhook: true, mark: false }), freeSlot(ports, park)]);
  });
}

async function removeRecord(ports: Ports, { conversationSid, parkId }: Park): Promise<void> {
  // A wake may have noted a pending reply in it meanwhile; the agent is still there and sees that message himself.
  for (let round = 0; round < 3; round += 1) {
    const stored = await ports.records.read(conversationSid);
    if (stored?.record.park.parkId !== parkId || stored.record.state !== 'parking') return;
    if ((await ports.records.remove(stored)) === 'removed') return;
  }
}

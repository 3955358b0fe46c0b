/** @jest-environment node */
import { leftovers, recordOf, writes } from './fake-world';
import { openDesk } from './parking-desk';

/** A reconcile that restores the row of a park, and is overtaken before it writes the record. */
async function overtaken(by: (desk: ReturnType<typeof openDesk>) => Promise<unknown>) {
  const desk = openDesk();
  await desk.park();
  desk.world.rows.clear();
  desk.faults.before('records.replace', () => by(desk));
  await desk.reconcileLater();
  return desk;
}

describe('a re-arm that is overtaken', () => {
  it('by the customer leaves no row', async () => {
    const desk = await overtaken(async (open) => {
      for (const message of writes(open.world)) await open.wake(message);
    });
    expect(leftovers(desk.world)).toMatchObject({ records: ['returning'], webhooks: [], rows: [] });
  });

  it('by an unpark leaves no row, and the webhook until somebody has accepted', async () => {
    const desk = await overtaken((open) => open.unpark());
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['returning'], webhooks: [parkId], rows: [] });
  });
});

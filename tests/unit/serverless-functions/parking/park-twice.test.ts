/** @jest-environment node */
import { sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { leftovers, recordOf } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const mark = { mapSid: sid('MP'), mapItemKey: CONVERSATION };

describe('Park pressed on two desktops of one agent', () => {
  it('while the first is at its pivot, the second takes over and both say parked', async () => {
    const desk = openDesk();
    const second: unknown[] = [];
    desk.faults.before('interactions.release', async () => second.push(await desk.park()));
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(second).toMatchObject([{ status: 'parked' }]);
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
    expect(leftovers(desk.world).attributes).toMatchObject(mark);
  });

  it('while the first prepares, the one that lost takes nothing of the other away', async () => {
    const desk = openDesk();
    desk.faults.before('records.create', () => desk.park());
    await desk.park().catch(() => undefined);
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
    expect(leftovers(desk.world).attributes).toMatchObject(mark);
  });

  it('and when the one that lost wrote the row last, it gives it back at once', async () => {
    const desk = openDesk();
    let winner: Promise<unknown> = Promise.resolve();
    desk.faults.before('records.create', () => {
      winner = desk.park();
      return winner;
    });
    desk.faults.before('list.put', () => winner);
    expect(await codeOfRefusal(desk.park())).toBe('busy');
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
  });

  it('the mark of a row that is there comes back with the next reconcile', async () => {
    const desk = openDesk();
    await desk.park();
    desk.world.conversation = { state: 'active', attributes: '{"crmId":"42"}' };
    expect(await desk.reconcileLater()).toMatchObject({ repairs: [{ what: 'list item or its mark restored' }] });
    expect(leftovers(desk.world).attributes).toEqual({ crmId: '42', ...mark });
  });
});

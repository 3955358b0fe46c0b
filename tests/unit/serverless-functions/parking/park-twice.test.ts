/** @jest-environment node */
import { PARKED_TASK, sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { leftovers, NOTHING, recordOf } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const mark = { mapSid: sid('MP'), mapItemKey: CONVERSATION };

describe('Park pressed on two desktops of one agent', () => {
  it('while the first is at its pivot, the second waits for it and both say parked', async () => {
    const desk = openDesk();
    let second: Promise<unknown> = Promise.resolve();
    desk.faults.before('interactions.release', () => {
      second = desk.park();
    });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(await second).toMatchObject({ status: 'parked' });
    expect(desk.faults.calls.filter((call) => call === 'interactions.release')).toEqual([]);
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
    expect(leftovers(desk.world).attributes).toMatchObject(mark);
  });

  it('while the first never ends, the second says busy and harms nothing', async () => {
    const desk = openDesk();
    const second: string[] = [];
    desk.faults.before('interactions.release', async () => second.push(await codeOfRefusal(desk.park())));
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(second).toEqual(['busy']);
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
  });

  it('long after it read its facts, when the first has come and gone: its task is over, so it is refused', async () => {
    const desk = openDesk();
    desk.faults.before('records.create', () => {
      desk.world.clock.advance(1_000);
      desk.world.tasks.delete(PARKED_TASK);
    });
    expect(await codeOfRefusal(desk.park())).toBe('task-not-assigned');
    expect(leftovers(desk.world)).toEqual(NOTHING);
    expect(desk.faults.calls).not.toContain('interactions.release');
  });

  it('long after it read its facts, before it prepared anything: its task is over, so nothing is written', async () => {
    const desk = openDesk();
    desk.faults.before('records.read', async () => {
      await new Promise((later) => setImmediate(later));
      desk.world.clock.advance(1_000);
      desk.world.tasks.delete(PARKED_TASK);
    });
    expect(await codeOfRefusal(desk.park())).toBe('task-not-assigned');
    expect(desk.faults.calls).not.toContain('records.create');
  });

  it('within a second of reading its facts does not read them again', async () => {
    const desk = openDesk();
    desk.faults.before('records.create', () => desk.world.clock.advance(999));
    await desk.park();
    expect(desk.faults.calls).not.toContain('tasks.status');
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

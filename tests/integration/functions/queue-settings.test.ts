/** @jest-environment node */
import { parkingSyncService } from '../../../scripts/local-parking';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { stateOf } from './support/world-state';

beforeAll(warmUp, WARM_UP_MS);

const enabled = { enabled: true, show_list: true };

describe('a limit of parked conversations', () => {
  it('refuses one more, leaves everything as it was, and has room again when one comes back', async () => {
    const desk = openDesk({ settings: { ...enabled, max_parked_per_agent: 1 } });
    desk.available('ada');
    const first = await desk.serve('ada', customers.web);
    const second = await desk.serve('ada', customers.sms);
    expect((await desk.park('ada', first)).body).toMatchObject({ status: 'parked' });

    expect(await desk.park('ada', second)).toMatchObject({ status: 409, body: { code: 'too-many-parked' } });

    expect(desk.world.taskRouter.task(second.taskSid).assignmentStatus).toBe('assigned');
    expect(desk.conversation(second.conversationSid).webhooks.size).toBe(0);
    expect(desk.record(second.conversationSid)).toBeUndefined();
    expect(desk.row('ada', second.conversationSid)).toBeUndefined();
    await desk.writes(customers.web, 'Hello again');
    await desk.accept('ada');
    expect((await desk.park('ada', second)).body).toMatchObject({ status: 'parked' });
    const map = desk.world.sync.findMap(parkingSyncService, `ParkedBy_${desk.person('ada').workerSid}`);
    expect([...(map?.items.values() ?? [])].map(({ data }) => data)).toEqual([
      { conversationSid: second.conversationSid },
    ]);
  });
});

describe('a queue whose conversations are not parked', () => {
  it.each(['Support', ids.queues.support])('refuses (%s)', async (queue) => {
    const desk = openDesk({ settings: { ...enabled, queues: { [queue]: { may_park: false } } } });
    desk.available('ada');
    const served = await desk.serve('ada');
    const before = stateOf(desk.world);
    expect(await desk.park('ada', served)).toMatchObject({ status: 403, body: { code: 'queue-may-not-park' } });
    expect(stateOf(desk.world)).toEqual(before);
  });
});

describe('a queue with its own way for replies', () => {
  it('does not change the others’', async () => {
    const desk = openDesk({ settings: { ...enabled, queues: { Support: { on_customer_reply: 'worker' } } } });
    desk.available('ada');
    await desk.park('ada', await desk.serve('ada'));
    await desk.writes(customers.web);
    const { conversationSid } = await desk.accept('ada');
    expect(desk.world.taskRouter.tasks().at(-1)).toMatchObject({ direct: true });
    expect(conversationSid).toMatch(/^CH/);
  });
});

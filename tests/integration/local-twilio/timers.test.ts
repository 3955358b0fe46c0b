/** @jest-environment node */
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { countingClock } from '../../support/counting-clock';
import { setUp, START_MS } from './sdk';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;

describe('no timer outlives what it is for', () => {
  const start = () => {
    const { clock, open } = countingClock(START_MS);
    const setup = setUp({ clock });
    const before = open();
    const told: string[] = [];
    setup.world.events.subscribe(({ type }) => told.push(type));
    return { ...setup, told, more: () => open() - before };
  };

  it('of a conversation, however often its timers are moved', () => {
    const { world, more } = start();
    const { sid } = world.conversations.create({});
    for (let day = 1; day < 50; day++) {
      const now = world.clock.nowMs();
      world.conversations.update(sid, { inactiveAtMs: now + day * DAY_MS, closedAtMs: now + 2 * day * DAY_MS });
      expect(more()).toBe(2);
    }
    world.conversations.remove(sid);
    expect(more()).toBe(0);
  });

  it.each(['documents', 'maps', 'lists'] as const)('of Sync %s that are removed, with their items', async (kind) => {
    const { client, told, more, world } = start();
    const service = client.sync.v1.services(ids.syncService);
    const ttl = 60;
    if (kind === 'documents') await service.documents.create({ uniqueName: 'one', ttl });
    if (kind === 'maps') {
      await service.syncMaps.create({ uniqueName: 'one', ttl });
      await service.syncMaps('one').syncMapItems.create({ key: 'a', data: {}, ttl });
    }
    if (kind === 'lists') {
      await service.syncLists.create({ uniqueName: 'one', ttl });
      await service.syncLists('one').syncListItems.create({ data: {}, ttl });
    }
    expect(more()).toBe(kind === 'documents' ? 1 : 2);
    if (kind === 'documents') await service.documents('one').remove();
    if (kind === 'maps') await service.syncMaps('one').remove();
    if (kind === 'lists') await service.syncLists('one').remove();
    expect(more()).toBe(0);
    told.length = 0;
    world.clock.advance(DAY_MS);
    expect(told).toEqual([]);
  });

  it('of a Sync service that is removed', async () => {
    const { client, told, more, world } = start();
    const { sid } = await client.sync.v1.services.create();
    await client.sync.v1.services(sid).documents.create({ ttl: 60 });
    await client.sync.v1.services(sid).syncStreams.create({ ttl: 60 });
    expect(more()).toBe(2);
    await client.sync.v1.services(sid).remove();
    expect(more()).toBe(0);
    told.length = 0;
    world.clock.advance(DAY_MS);
    expect(told.filter((type) => type.startsWith('sync.'))).toEqual([]);
  });

  it('of a task that was offered, accepted, wrapped up and completed', () => {
    const { world, makeAvailable, offered, more } = start();
    makeAvailable('ada');
    const task = world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{"queue":"Everyone"}' });
    expect(task.assignmentStatus).toBe('reserved');
    world.taskRouter.answerReservation(offered('ada')?.sid ?? '', 'accepted');
    // That it stays assigned for too long.
    expect(more()).toBe(1);
    world.taskRouter.wrapUpTask(task.sid);
    expect(more()).toBe(0);
    world.taskRouter.completeTask(task.sid);
    // That it can be fetched for five minutes more.
    expect(more()).toBe(1);
    world.clock.advance(5 * MINUTE_MS);
    expect(world.taskRouter.findTask(task.sid)).toBeUndefined();
    expect(more()).toBe(0);
  });

  it('of a task that was deleted while it waited', () => {
    const { world, more } = start();
    const task = world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{}' });
    expect(more()).toBeGreaterThan(0);
    world.taskRouter.removeTask(task.sid);
    expect(more()).toBe(0);
  });

  it('of a channel that is touched often, and paused and taken up again', async () => {
    const { world, person, makeAvailable, accept, more } = start();
    makeAvailable('ada');
    const { conversationSid } = atOnce(world.customers.write({ ...grace, body: 'Hello' }));
    accept('ada');
    await world.settled();
    const channel = world.flex.channelOfConversation(conversationSid);
    if (!channel) throw new Error('There is no channel');
    const { interactionSid, sid } = channel;
    for (let at = 0; at < 20; at++) {
      world.flex.pauseChannel(interactionSid, sid);
      world.flex.resumeChannel(interactionSid, sid, person('ada').workerSid);
    }
    world.clock.advance(5 * MINUTE_MS);
    // That the channel is idle, and that its task stays assigned.
    expect(more()).toBe(2);
  });
});

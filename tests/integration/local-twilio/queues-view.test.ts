/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';
import { watching } from './watching';

describe('the statistics that Queues view follows', () => {
  const queueMap = `${ids.queues.support}.realtime_statistics.v1`;
  const create = ({ world }: Setup) =>
    world.taskRouter.createTask({ routingTarget: ids.queues.support, taskChannel: 'chat', attributes: '{}' });

  it('say what is in the queue now, and what was in the last half hour and today', () => {
    const setup = setUp();
    const { item } = watching(setup);
    const task = create(setup);
    setup.world.clock.advance(30_000);
    expect(item(queueMap, 'tasks_now')).toMatchObject({
      queue: { pending_tasks: 1, longest_task_waiting_sid: task.sid, longest_task_waiting_from: expect.any(String) },
    });
    setup.world.taskRouter.cancelTask(task.sid, 'gave up');
    create(setup);
    setup.makeAvailable('ada');
    setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
    const past = { handled_tasks_count: 1, handled_tasks_percentage: 50, abandoned_tasks_count: 1, sla_percentage: 50 };
    expect(item(queueMap, 'tasks_thirty_minutes')).toMatchObject({ queue: past });
    setup.world.clock.advance(31 * 60_000);
    expect(item(queueMap, 'tasks_thirty_minutes')).toMatchObject({
      queue: { total_tasks_count: 0, sla_percentage: null },
    });
    expect(item(queueMap, 'tasks_today')).toMatchObject({ queue: past });
    expect(item('realtime_statistics_v1', 'workspace')).toMatchObject({ tasks_by_status: { assigned: 1 } });
  });

  it('count what waits and what is served by channel, as tiles of the template read it (flex-project-template, metrics_data_tiles)', () => {
    const setup = setUp();
    const { item } = watching(setup);
    const { world } = setup;
    create(setup);
    world.taskRouter.createTask({ routingTarget: ids.queues.support, taskChannel: 'sms', attributes: '{}' });
    setup.makeAvailable('ada');
    world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
    const sidOf = (name: string) =>
      world.taskRouter.taskChannels().find(({ uniqueName }) => uniqueName === name)?.sid ?? '';
    const partsOf = (key: string) => new Map<string, unknown>(Object.entries(item(queueMap, key) ?? {}));
    const now = partsOf('tasks_now');
    expect(now.get('queue')).toMatchObject({ total_tasks: 2 });
    expect(now.get(sidOf('sms'))).toMatchObject({ total_tasks: 1 });
    expect(now.get(sidOf('chat'))).toMatchObject({ total_tasks: 1 });
    expect(now.get(sidOf('voice'))).toMatchObject({ total_tasks: 0, longest_task_waiting_from: null });
    const today = partsOf('tasks_today');
    const handled = { handled_tasks_count: 1 };
    expect(today.get('queue')).toMatchObject(handled);
    expect([today.get(sidOf('chat')), today.get(sidOf('sms'))]).toContainEqual(expect.objectContaining(handled));
    expect(today.get(sidOf('voice'))).toMatchObject({ handled_tasks_count: 0 });
  });

  it('are told when they change, each once, and with ids that a client takes for newer ones', () => {
    const setup = setUp();
    const { map, told } = watching(setup);
    create(setup);
    expect(told).toEqual([]);
    const { lastEventId = 0, items } = map(queueMap) ?? {};
    items?.();
    setup.makeAvailable('ada');
    const last = (name: string) => told.filter((change) => change.item?.name === name).at(-1)?.item?.data;
    expect(last('tasks_now')).toMatchObject({ queue: { pending_tasks: 0, reserved_tasks: 1 } });
    expect(last('worker_activities_statistics')).toMatchObject({ total_available_workers: 1 });
    expect(told.every(({ eventId }) => eventId > lastEventId)).toBe(true);
    const texts = told.map(({ item }) => JSON.stringify(item));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('are there of a queue that was made a moment ago', () => {
    const setup = setUp();
    const { item } = watching(setup);
    const { sid } = setup.world.taskRouter.createQueue({ friendlyName: 'Parcels' });
    expect(item(`${sid}.realtime_statistics.v1`, 'tasks_now')).toMatchObject({ queue: { total_tasks: 0 } });
  });
});

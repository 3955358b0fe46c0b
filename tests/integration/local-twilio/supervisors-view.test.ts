/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { BrowserRequest } from '../../../local-twilio/src/kernel/browser/exchange';
import { browserRouter } from '../../../local-twilio/src/kernel/browser/router';
import { syncJournal, type SyncChange } from '../../../local-twilio/src/kernel/browser/sync/journal';
import { changeMessageType, changeWire } from '../../../local-twilio/src/kernel/browser/sync/messages';
import { liveQueries } from '../../../local-twilio/src/services/taskrouter/browser/live-queries';
import { parseQuery } from '../../../local-twilio/src/services/taskrouter/browser/live-query-language';
import { statisticsMaps } from '../../../local-twilio/src/services/taskrouter/browser/statistics';
import type { TaskRouterEvent } from '../../../local-twilio/src/services/taskrouter/events';
import { setUp, START_MS, type Setup } from './sdk';

interface Item {
  readonly key: string;
  readonly revision: number;
  readonly data: Record<string, unknown>;
}

/** A supervisor's page, and what it is told from now on. */
function watching(setup: Setup) {
  const { world } = setup;
  const journal = syncJournal(world.clock);
  const queries = liveQueries(world, journal);
  const maps = statisticsMaps(world, journal);
  const told: SyncChange[] = [];
  world.events.subscribe((event) => {
    const happened = event as TaskRouterEvent;
    const drafts = [...queries.changes.changesFor(happened), ...maps.changes.changesFor(happened)];
    told.push(...drafts.map((draft) => journal.record(draft)));
  });
  const viewer = world.iam.issueToken('sofia');
  const answer = browserRouter({
    routes: queries.routes,
    viewerOf: () => viewer,
    onUnknown: () => undefined,
    onFailure: (_, error) => {
      throw error;
    },
  });
  const ask = async (index: string, query: string) => {
    const request: BrowserRequest = {
      ...{ host: 'cds.us1.twilio.com', method: 'POST', path: `/v3/Insights/${index}/Items`, query: {}, headers: {} },
      ...{ desktop: 'sofia', body: Buffer.from(JSON.stringify({ query_string: query, type: 'live_query' })) },
    };
    const answered = await answer(request);
    if (!('body' in answered)) throw new Error('No JSON');
    return { status: answered.status, ...(answered.body as { query_id: string; items: Item[]; code?: number }) };
  };
  const map = (name: string) => maps.source.find(viewer, 'map', name);
  const item = (name: string, key: string) =>
    map(name)
      ?.items()
      .find((one) => one.name === key)?.data;
  return { told, ask, map, item };
}

describe('a live query (docs/sync/live-query)', () => {
  const data = {
    worker_sid: 'WK1',
    activity_name: 'Available',
    attributes: { full_name: 'Ada "the" Okafor', team: { name: 'red' }, skills: ['sales', 'tea'] },
  };

  it.each([
    ['', true],
    ['data.worker_sid == "WK1"', true],
    ['data.worker_sid eq "WK2"', false],
    ['data.worker_sid NOT_EQ "WK2"', true],
    ['data.worker_sid != "WK1"', false],
    ['data.attributes.team.name EQ "red" AND data.activity_name == "Offline"', false],
    ['data.attributes.team.name == "red" && data.activity_name == "Available"', true],
    ['data.activity_name == "Offline" or data.activity_name == "Available"', true],
    ['data.activity_name == "Offline" || (data.worker_sid == "WK1" AND data.worker_sid != "WK1")', false],
    ['data.activity_name IN ["Break", "Available"]', true],
    ['data.activity_name not_in ["Break", "Available"]', false],
    ['data.attributes.skills == "tea"', true],
    ['data.attributes.full_name CONTAINS "oka"', true],
    ['data.attributes.full_name contains "the\\"x"', false],
    ['data.attributes.full_name contains "\\"the\\""', true],
    ['data.attributes.nothing contains ""', false],
  ])('%s is %s of Ada', (query, expected) => {
    expect(parseQuery(query)(data)).toBe(expected);
  });

  it.each(['data.worker_sid', 'data.worker_sid == WK1', 'data.a LIKE "b"', '(data.a == "b"', 'data.a == "b" data'])(
    'is refused with 54507 when it is %s',
    async (query) => {
      expect(await watching(setUp()).ask('tr-worker', query)).toMatchObject({ status: 400, code: 54507 });
    },
  );

  it('of workers is told of who comes, who changes and who goes', async () => {
    const setup = setUp();
    const { ask, told } = watching(setup);
    const { query_id: sid, items } = await ask('tr-worker', 'data.activity_name == "Available"');
    expect(items).toEqual([]);
    setup.makeAvailable('ada');
    const { workerSid } = setup.person('ada');
    setup.world.taskRouter.setWorkerAttributes(workerSid, '{"full_name":"Ada"}');
    setup.world.taskRouter.setActivity(workerSid, ids.activities.offline);
    setup.makeAvailable('ada');
    const heard = told.filter(({ kind }) => kind === 'live_query');
    expect(heard.map((change) => changeWire(change))).toMatchObject([
      {
        event_type: 'live_query_item_updated',
        event: { query_id: sid, item_key: workerSid, item_revision: START_MS + 1 },
      },
      {
        event_type: 'live_query_item_updated',
        event: { item_data: { attributes: { full_name: 'Ada' } }, item_revision: START_MS + 2 },
      },
      { event_type: 'live_query_item_removed', event: { item_key: workerSid, item_revision: START_MS + 3 } },
      { event_type: 'live_query_item_updated', event: { item_key: workerSid } },
    ]);
    expect(new Set(heard.map(({ kind }) => changeMessageType(kind)))).toEqual(new Set(['twilio.sync.event']));
  });

  it('gives a row that comes again a later revision than the one that went', async () => {
    const setup = setUp();
    const { ask, told } = watching(setup);
    setup.makeAvailable('ada');
    await ask('tr-worker', 'data.activity_name == "Available"');
    setup.world.taskRouter.setActivity(setup.person('ada').workerSid, ids.activities.offline);
    setup.makeAvailable('ada');
    const revisions = told.flatMap(({ item }) => item?.revision ?? []);
    expect(revisions).toEqual([...revisions].sort((one, other) => one - other));
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  it('of queues and tasks is told of those that are made and deleted', async () => {
    const setup = setUp();
    const { ask, told } = watching(setup);
    const queues = await ask('tr-queue', '');
    const tasks = await ask('tr-task', 'data.queue_name == "Parcels"');
    expect(queues.items.map(({ data: { queue_name: name } }) => name)).toEqual(['Support', 'Sales']);
    const { sid } = setup.world.taskRouter.createQueue({ friendlyName: 'Parcels' });
    const task = setup.world.taskRouter.createTask({ routingTarget: sid, attributes: '{}' });
    setup.world.taskRouter.removeTask(task.sid);
    setup.world.taskRouter.removeQueue(sid);
    const of = (query: { query_id: string }) =>
      told.filter(({ objectSid }) => objectSid === query.query_id).map(({ change, item }) => [change, item?.name]);
    expect(of(queues)).toEqual([
      ['updated', sid],
      ['removed', sid],
    ]);
    expect(of(tasks)[0]).toEqual(['updated', task.sid]);
    expect(of(tasks).at(-1)).toEqual(['removed', task.sid]);
  });
});

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

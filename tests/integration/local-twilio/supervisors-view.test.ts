/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { changeMessageType, changeAnswer } from '../../../local-twilio/src/kernel/browser/sync/messages';
import { parseQuery } from '../../../local-twilio/src/services/taskrouter/browser/live-query-language';
import { setUp, START_MS } from './sdk';
import { watching } from './watching';

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
    expect(heard.map((change) => changeAnswer(change))).toMatchObject([
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

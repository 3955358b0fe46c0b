/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createWorkers, noKnownWorkers } from '../../../../serverless-functions/src/twilio/workers';
import { createWorkflows } from '../../../../serverless-functions/src/twilio/workflows';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, refusal, type Answering } from '../support/fake-http';
import { sid } from '../support/fixtures';

const WS = sid('WS');
const KNOWN_FOR_MS = 600_000;

function open(answering: Answering) {
  const http = fakeTwilio(answering);
  const clock = fakeClock();
  const calls = new Calls(clock, { callUntilMs: 1e9, retryUntilMs: 1e9 });
  const known = noKnownWorkers();
  /** Of a new invocation of the same container. */
  const workers = () => createWorkers(http.client, calls, { workspaceSid: WS, known, nowMs: clock.nowMs });
  return { ...http, clock, calls, workers };
}

const answering = (body: object) => open(() => ({ status: 200, body }));
const notFound = () => open(() => refusal(404));

describe('a worker', () => {
  it.each([
    [true, { available: true, available_capacity_percentage: 34 }, ['voice', 'chat']],
    [false, { available: true, available_capacity_percentage: 34 }, []],
    [true, { available: true, available_capacity_percentage: 0 }, ['voice']],
    [true, { available: false, available_capacity_percentage: 34 }, ['voice']],
  ])('is free on some channels or on none (%s, %j: %j)', async (available, channel, free) => {
    const channels = [
      { task_channel_unique_name: 'voice', available: true, available_capacity_percentage: 100 },
      { task_channel_unique_name: 'chat', ...channel },
    ];
    const opened = open(({ path }) => ({
      status: 200,
      body: path.endsWith('/Channels') ? { channels, meta: { key: 'channels' } } : { sid: sid('WK'), available },
    }));
    expect(await opened.workers().freeChannels(sid('WK'))).toEqual(free);
  });

  it.each([
    ['{"contact_uri":"client:ada_40example_2Ecom"}', true, { identity: 'ada_40example_2Ecom', isAvailable: true }],
    ['{"contact_uri":"client:ada"}', false, { identity: 'ada', isAvailable: false }],
    ['{}', true, undefined],
  ])('with attributes %s, available %s, is %j', async (attributes, available, expected) => {
    expect(
      await answering({ sid: sid('WK'), attributes, available })
        .workers()
        .presence(sid('WK')),
    ).toEqual(expected);
    expect(await notFound().workers().presence(sid('WK'))).toBeUndefined();
  });

  it('who is gone is not free', async () => {
    expect(await notFound().workers().freeChannels(sid('WK'))).toEqual([]);
  });

  it.each([
    ['{"full_name":"Ada Okafor"}', 'Ada Okafor'],
    ['{"full_name":" "}', 'ada@example.com'],
    ['{}', 'ada@example.com'],
  ])('with attributes %s is called %s', async (attributes, name) => {
    const opened = answering({ sid: sid('WK'), friendly_name: 'ada@example.com', attributes });
    expect(await opened.workers().nameOf(sid('WK'))).toBe(name);
    expect(await notFound().workers().nameOf(sid('WK'))).toBeUndefined();
  });

  it.each([
    [[{ sid: sid('WK') }], true],
    [[], false],
  ])('is known by their chat identity (%j: %s)', async (workers, known) => {
    const opened = answering({ workers, meta: { key: 'workers' } });
    expect(await opened.workers().hasIdentity('o"hara')).toBe(known);
    expect(opened.sent[0]?.query).toMatchObject({ TargetWorkersExpression: 'contact_uri == "client:o\\"hara"' });
  });

  it.each([
    [[{ sid: sid('WQ', 5) }], sid('WQ', 5)],
    [[], undefined],
  ])('is looked for in the queues (%j: %s)', async (queues, queueSid) => {
    const opened = answering({ task_queues: queues, meta: { key: 'task_queues' } });
    expect(await opened.workers().queueOf(sid('WK'))).toBe(queueSid);
    expect(opened.sent).toMatchObject([{ path: `/v1/Workspaces/${WS}/TaskQueues`, query: { WorkerSid: sid('WK') } }]);
  });
});

describe('a queue', () => {
  it('is there, or is not', async () => {
    const hasQueue = ({ client, calls }: ReturnType<typeof open>) =>
      createWorkflows(client, calls, WS).hasQueue(sid('WQ', 5));
    const opened = answering({ sid: sid('WQ', 5) });
    expect(await hasQueue(opened)).toBe(true);
    expect(opened.sent).toMatchObject([{ path: `/v1/Workspaces/${WS}/TaskQueues/${sid('WQ', 5)}` }]);
    expect(await hasQueue(notFound())).toBe(false);
    await expect(hasQueue(open(() => refusal(503)))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('what a container remembers of workers', () => {
  it('is their names, for ten minutes', async () => {
    const { workers, clock, sent } = answering({ sid: sid('WK'), friendly_name: 'ada', attributes: '{}' });
    await workers().nameOf(sid('WK'));
    clock.advance(KNOWN_FOR_MS - 1);
    expect(await workers().nameOf(sid('WK'))).toBe('ada');
    expect(sent).toHaveLength(1);
    clock.advance(1);
    await workers().nameOf(sid('WK'));
    await workers().nameOf(sid('WK', 2));
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['is', [{ sid: sid('WK') }]],
    ['is not', []],
  ])('is that somebody %s a worker, for ten minutes', async (_, list) => {
    const { workers, clock, sent } = answering({ workers: list, meta: { key: 'workers' } });
    const known = await workers().hasIdentity('grace');
    clock.advance(KNOWN_FOR_MS - 1);
    expect(await workers().hasIdentity('grace')).toBe(known);
    expect(sent).toHaveLength(1);
    clock.advance(1);
    await workers().hasIdentity('grace');
    await workers().hasIdentity('ben');
    expect(sent).toHaveLength(3);
  });

  it('is not that a worker was gone, nor what could not be read', async () => {
    const { workers, sent, fail } = notFound();
    await workers().nameOf(sid('WK'));
    fail('GET', { status: 400 });
    await expect(workers().nameOf(sid('WK'))).rejects.toMatchObject({ kind: 'refused' });
    await workers().nameOf(sid('WK'));
    expect(sent).toHaveLength(3);
  });
});

describe('the account’s default workflow', () => {
  const other = sid('WW', 9);
  const workflowsOf = ({ client, calls }: ReturnType<typeof open>) => createWorkflows(client, calls, WS);
  const account = ({ exists, standard }: { exists: boolean; standard: unknown }) =>
    open(({ path }) => {
      if (path === '/v1/Configuration') return { status: 200, body: { taskrouter_target_workflow_sid: standard } };
      return exists ? { status: 200, body: { sid: sid('WW') } } : refusal(404);
    });

  it.each([
    ['replaces one that was deleted', false, other, other],
    ['does not replace one that is there', true, other, undefined],
    ['does not replace itself', false, sid('WW'), undefined],
    ['may not exist', false, null, undefined],
  ])('%s', async (_, exists, standard, replacement) => {
    const workflows = workflowsOf(account({ exists, standard }));
    expect(await workflows.replacementOf(sid('WW'))).toBe(replacement);
    expect(await workflows.standard()).toBe(standard ?? undefined);
  });
});

/** @jest-environment node */
import { eventPath, parkPath, settingsPath, unparkPath, wakePath, warmCalls, type Path } from './support/critical-path';
import { WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { print, table } from './support/table';

const latencyMs = 100;
const lists = [
  { shown: 'with', list: true },
  { shown: 'without', list: false },
];

beforeAll(warmUp, WARM_UP_MS);
const printed: string[][] = [];
const note = (operation: string, list: boolean, { calls, reached, answered }: Path) =>
  void printed.push([
    operation,
    list ? 'on' : 'off',
    String(calls),
    Number.isNaN(reached) ? 'none' : String(reached),
    String(answered),
  ]);
afterAll(() =>
  print(
    'Twilio calls in a row (token check counted)',
    table(['operation', 'list', 'calls', 'agent free / task there after', 'answered after'], printed),
  ),
);

describe.each(lists)('Twilio calls in a row, $shown a list', ({ list }) => {
  it('park frees the agent after at most 3 and answers after at most 4', async () => {
    const path = await parkPath({ latencyMs, list, hasMap: true });
    note('park', list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it('park does so too when the number of parked conversations is limited', async () => {
    const path = await parkPath({ latencyMs, list, hasMap: true, settings: { max_parked_per_agent: 1 } });
    note('park, limited', list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it('a reply has its task after at most 3 and its webhook is answered after at most 4', async () => {
    const path = await wakePath({ latencyMs, list });
    note('wake', list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it.each(['worker', 'queue'])('so it does when replies go to the %s', async (on_customer_reply) => {
    const path = await wakePath({ latencyMs, list, settings: { on_customer_reply } });
    note(`wake, to the ${on_customer_reply}`, list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it('a reply that goes into a Studio flow is answered after at most 4', async () => {
    const settings = { on_customer_reply: 'studio', studio_flow_sid: `FW${'1'.repeat(32)}` };
    const path = await wakePath({ latencyMs, list, settings });
    note('wake, into a flow', list, path);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it('an event has its task after at most 3 and is answered after at most 4', async () => {
    const path = await eventPath({ latencyMs, list });
    note('event', list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it('unpark by an agent has its task after at most 3 and answers after at most 4', async () => {
    const path = await unparkPath({ latencyMs, list });
    note('unpark', list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });

  it.each(['worker', 'queue'] as const)('so it does when a supervisor hands it over to a %s', async (handOver) => {
    const path = await unparkPath({ latencyMs, list, handOver });
    note(`hand over to a ${handOver}`, list, path);
    expect(path.reached).toBeLessThanOrEqual(3);
    expect(path.answered).toBeLessThanOrEqual(4);
  });
});

describe('the page of settings', () => {
  it('is there after one call, and saves after at most 4 and answers after at most 5', async () => {
    const read = await settingsPath({ latencyMs, save: false });
    note('read settings', true, read);
    expect(read).toMatchObject({ calls: 2, answered: 1 });
    const saved = await settingsPath({ latencyMs, save: true });
    note('save settings', true, saved);
    expect(saved.reached).toBeLessThanOrEqual(4);
    expect(saved.answered).toBeLessThanOrEqual(5);
  });
});

describe('an agent’s first park', () => {
  it('makes their map beside all the rest, so that nobody waits for it', async () => {
    const first = await parkPath({ latencyMs, list: true, hasMap: false });
    note('first park', true, first);
    expect(first.reached).toBeLessThanOrEqual(3);
    expect(first.answered).toBeLessThanOrEqual(4);
  });

  it('costs nothing extra without a list', async () => {
    const first = await parkPath({ latencyMs, list: false, hasMap: false });
    const later = await parkPath({ latencyMs, list: false, hasMap: true });
    expect(first).toEqual(later);
  });
});

describe('in a container that has worked a moment before', () => {
  it('a park with the list makes at most 14 calls in all, a reply 8 and an unpark 8', async () => {
    const { park, wake, unpark } = await warmCalls();
    print(
      'Twilio calls in all, warm, with the list',
      table(['park', 'reply', 'unpark'], [[park, wake, unpark].map(String)]),
    );
    expect(park).toBeLessThanOrEqual(14);
    expect(wake).toBeLessThanOrEqual(8);
    expect(unpark).toBeLessThanOrEqual(8);
  });
});

it('counts the same whatever a call takes, so it counts calls and not time', async () => {
  const [quick, slow] = [
    await parkPath({ latencyMs: 7, list: true, hasMap: true }),
    await parkPath({ latencyMs: 300, list: true, hasMap: true }),
  ];
  expect(quick).toMatchObject({ calls: slow.calls, answered: slow.answered, reached: slow.reached });
});

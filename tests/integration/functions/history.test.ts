/** @jest-environment node */
import { parkingSyncService } from '../../../scripts/local-parking';
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk, type DeskOptions } from './support/desk';
import { it } from './support/either-way';

const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(warmUp, WARM_UP_MS);

async function parked(options: DeskOptions = {}) {
  const desk = openDesk(options);
  desk.available('ada');
  const served = await desk.serve('ada');
  await desk.park('ada', served);
  return { desk, served };
}

/** What the history holds, as Sync has it. */
function history({ world }: Desk) {
  const [map] = [...world.sync.service(parkingSyncService).maps.values()].filter(
    ({ uniqueName }) => uniqueName === 'ParkingHistory',
  );
  return [...(map?.items.values() ?? [])];
}

const entries = (desk: Desk) => history(desk).map(({ data }) => data);

describe('after a park has ended', () => {
  it('by a reply that somebody accepted, there is one entry, which says who has the customer', async () => {
    const { desk, served } = await parked();
    await desk.writes(customers.web, 'My secret');
    await desk.accept('ada');
    const ada = { workerSid: desk.person('ada').workerSid, name: expect.stringMatching(/^Ada/) };
    expect(entries(desk)).toEqual([
      {
        parkId: expect.any(String),
        conversationSid: served.conversationSid,
        channelType: 'web',
        queueName: 'Support',
        customerName: 'Grace',
        customerAddress: expect.any(String),
        parkedBy: ada,
        parkedAt: expect.any(String),
        returnedAt: expect.any(String),
        endedAt: expect.any(String),
        how: 'reply',
        takenBy: ada,
      },
    ]);
    expect(JSON.stringify(entries(desk))).not.toContain('secret');
  });

  it('and not before: what is only on its way back has no entry', async () => {
    const { desk } = await parked();
    await desk.writes(customers.web, 'Hello again');
    expect(entries(desk)).toEqual([]);
  });

  it('by the agent, and by a supervisor, each entry says so', async () => {
    const { desk, served } = await parked();
    await desk.unpark('ada', served.conversationSid);
    const second = await desk.accept('ada');
    await desk.park('ada', second);
    await desk.unpark('sofia', served.conversationSid, { routeTo: 'workflow' });
    await desk.accept('ada');
    expect(entries(desk)).toMatchObject([
      { how: 'agent', takenBy: { workerSid: desk.person('ada').workerSid } },
      { how: 'supervisor', takenBy: { workerSid: desk.person('ada').workerSid } },
    ]);
  });

  it('because the conversation was closed, the entry says so', async () => {
    const { desk, served } = await parked();
    desk.world.conversations.update(served.conversationSid, { state: 'closed' });
    await desk.unpark('ada', served.conversationSid);
    expect(entries(desk)).toMatchObject([{ how: 'closed' }]);
  });

  it('because it was parked too long, the entry says so', async () => {
    const { desk } = await parked({ settings: { enabled: true, show_list: true, max_park_age_hours: 1 } });
    desk.world.clock.advance(61 * 60_000);
    await desk.call('flex/reconcile', { Token: desk.token('ada') });
    await desk.accept('ada');
    expect(entries(desk)).toMatchObject([{ how: 'max-age' }]);
  });
});

describe('the setting history_days', () => {
  it.each([
    [undefined, 30],
    [7, 7],
  ])('%s keeps an entry for %s days', async (history_days, days) => {
    const own = history_days === undefined ? {} : { history_days };
    const { desk, served } = await parked({ settings: { enabled: true, show_list: true, ...own } });
    await desk.unpark('ada', served.conversationSid);
    await desk.accept('ada');
    const lives = history(desk).map(({ createdAtMs, expiresAtMs }) => (expiresAtMs ?? Infinity) - createdAtMs);
    expect(lives).toEqual([days * DAY_MS]);
  });

  it('0 leaves nothing, not even the map', async () => {
    const { desk, served } = await parked({ settings: { enabled: true, show_list: true, history_days: 0 } });
    await desk.unpark('ada', served.conversationSid);
    await desk.accept('ada');
    expect([...desk.world.sync.service(parkingSyncService).maps.values()]).toEqual([]);
  });
});

it('a history that cannot be written stops nothing', async () => {
  const { desk, served } = await parked();
  desk.world.faults.add({ operationId: 'CreateSyncMapItem', times: 9, when: 'before', outcome: 500 });
  await desk.unpark('ada', served.conversationSid);
  await desk.accept('ada');
  expect(desk.record(served.conversationSid)).toBeUndefined();
  expect(entries(desk)).toEqual([]);
  expect(desk.logs.join('\n')).toMatch(/history/);
});

/** @jest-environment node */
import { parkingSyncService } from '../../../scripts/local-parking';
import { customers } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk, type DeskOptions } from './support/desk';
import { it } from './support/either-way';

const DAY_MS = 24 * 60 * 60 * 1000;

beforeAll(warmUp, WARM_UP_MS);

const NO_PARK = {
  conversationSid: `CH${'0'.repeat(32)}`,
  channelType: 'web',
  queueName: 'Support',
  customerName: 'Grace',
  customerAddress: 'grace',
  how: 'reply',
};

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

it('a supervisor reads the history page by page, what was parked last first', async () => {
  const { desk } = await parked();
  const park = { ...NO_PARK, parkedBy: { workerSid: desk.person('ada').workerSid, name: 'Ada Okafor' } };
  const map = desk.world.sync.createMap(parkingSyncService, { uniqueName: 'ParkingHistory' });
  for (let at = 0; at < 130; at += 1) {
    const parkedAt = new Date(Date.parse('2026-11-01') + at * 60_000).toISOString();
    const key = `${String(Date.parse(parkedAt)).padStart(16, '0')}_${at}`;
    desk.world.sync.createMapItem(parkingSyncService, map.sid, {
      key,
      data: { ...park, parkId: String(at), parkedAt, endedAt: parkedAt },
    });
  }
  const read = async (fields: object) => {
    const { body } = await desk.call('flex/parking-history', { Token: desk.token('sofia'), ...fields });
    return body as { entries: { parkId: string }[]; nextCursor?: string };
  };
  const first = await read({});
  expect(first.entries.map(({ parkId }) => parkId).slice(0, 2)).toEqual(['129', '128']);
  const second = await read({ cursor: first.nextCursor });
  expect(first.entries.length + second.entries.length).toBe(130);
  expect(second.entries.at(-1)?.parkId).toBe('0');
  expect(second.nextCursor).toBeUndefined();
  const hour = await read({ from: '2026-11-01T00:10:00.000Z', before: '2026-11-01T00:12:00.000Z' });
  expect(hour.entries.map(({ parkId }) => parkId)).toEqual(['11', '10']);
  expect((await read({ words: 'okafor nobody' })).entries).toEqual([]);
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

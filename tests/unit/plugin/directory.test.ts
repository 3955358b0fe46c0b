/** @jest-environment node */
import { directoryOf } from '../../../plugin-src/flex/directory';
import { sid } from './support/fixtures';

const ACTIVITIES = [
  { sid: 'WA1', name: 'Available', available: true },
  { sid: 'WA2', name: 'Break', available: false },
];

const worker = (n: number, changes: object = {}) => ({
  worker_sid: sid('WK', n),
  friendly_name: `worker${n}@example.com`,
  activity_name: 'Available',
  worker_activity_sid: 'WA1',
  attributes: { full_name: `Worker ${n}` },
  ...changes,
});

/** Flex's client with these rows in its indexes; `asked` are the queries. */
function aFlex(rows: Record<string, object[]>) {
  const asked: [string, string][] = [];
  const directory = directoryOf({
    activities: () => ACTIVITIES,
    insights: {
      instantQuery: async (index) => {
        let items = {};
        return {
          search: async (expression) => {
            asked.push([index, expression]);
            const found = rows[index];
            if (!found) throw new Error('not connected');
            items = Object.fromEntries(found.map((data, key) => [key, data]));
          },
          getItems: () => items,
        };
      },
    },
  });
  return { asked, directory };
}

const agentsOf = async (...workers: object[]) =>
  (await aFlex({ 'tr-worker': workers, 'tr-queue': [] }).directory.find('')).agents;

describe('Flex’s directory', () => {
  it('gives everybody and every queue when nothing is searched', async () => {
    const queue = { queue_sid: sid('WQ'), queue_name: 'Support' };
    const { asked, directory } = aFlex({ 'tr-worker': [worker(1)], 'tr-queue': [queue] });
    expect(await directory.find('  ')).toEqual({
      agents: [{ workerSid: sid('WK', 1), name: 'Worker 1', activity: 'Available', isAvailable: true }],
      queues: [{ queueSid: sid('WQ'), name: 'Support' }],
      isCut: false,
    });
    expect(asked).toEqual([
      ['tr-worker', ''],
      ['tr-queue', ''],
    ]);
  });

  it('searches names, whatever is typed', async () => {
    const { asked, directory } = aFlex({ 'tr-worker': [], 'tr-queue': [] });
    await directory.find(' Zoë "Z" ');
    expect(asked).toEqual([
      ['tr-worker', 'data.attributes.full_name CONTAINS "Zoë \\"Z\\"" OR data.friendly_name CONTAINS "Zoë \\"Z\\""'],
      ['tr-queue', 'data.queue_name CONTAINS "Zoë \\"Z\\""'],
    ]);
  });

  it('has those first who are available, each group by name', async () => {
    const away = { activity_name: 'Break', worker_activity_sid: 'WA2' };
    const agents = await agentsOf(worker(1, away), worker(3), worker(2), worker(0, away));
    expect(agents.map(({ name, isAvailable }) => [name, isAvailable])).toEqual([
      ['Worker 2', true],
      ['Worker 3', true],
      ['Worker 0', false],
      ['Worker 1', false],
    ]);
  });

  it.each([
    ['by its SID, whatever its name', { activity_name: 'Renamed' }, true],
    ['by its name where there is no SID', { worker_activity_sid: undefined, activity_name: 'Break' }, false],
    ['as not available when it is not known', { worker_activity_sid: 'WA9' }, false],
  ])('knows an activity %s', async (_, changes, isAvailable) => {
    expect(await agentsOf(worker(1, changes))).toMatchObject([{ isAvailable }]);
  });

  it.each([[{ attributes: {} }], [{ attributes: { full_name: ' ' } }], [{ attributes: 'odd' }]])(
    'calls a worker without a name as TaskRouter does (%j)',
    async (changes) => {
      expect(await agentsOf(worker(1, changes))).toMatchObject([{ name: 'worker1@example.com' }]);
    },
  );

  it('leaves out what is not as documented, and keeps the others', async () => {
    expect(await agentsOf({ worker_sid: 'odd' }, worker(2))).toMatchObject([{ workerSid: sid('WK', 2) }]);
  });

  it('says that there may be more than Twilio gives', async () => {
    const many = Array.from({ length: 200 }, (_, n) => worker(n));
    const { directory } = aFlex({ 'tr-worker': many, 'tr-queue': [] });
    expect(await directory.find('')).toMatchObject({ isCut: true });
    expect(await aFlex({ 'tr-worker': many.slice(1), 'tr-queue': [] }).directory.find('')).toMatchObject({
      isCut: false,
    });
  });

  it('fails when Flex is not connected', async () => {
    await expect(aFlex({}).directory.find('')).rejects.toThrow('not connected');
  });
});

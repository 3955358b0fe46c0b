/** @jest-environment node */
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

interface Customer extends CustomerAddress {
  name: string;
  /** Seconds that the row lives; null: no end. */
  rowLifeSeconds: number | null;
}

const DAY_SECONDS = 24 * 60 * 60;
const CUSTOMERS: Customer[] = [
  { name: 'Grace', channel: 'web', address: 'grace', rowLifeSeconds: DAY_SECONDS },
  { name: 'Wanda', channel: 'whatsapp', address: '+15550002222', rowLifeSeconds: DAY_SECONDS },
  { name: 'Sam', channel: 'sms', address: '+15550003333', rowLifeSeconds: null },
];

const NOTHING_LEFT = { records: [], rows: [], wakeWebhooks: 0, mark: [], dueTimes: 0 };

/** The six steps that a person takes after `npm start`, on the real Flex UI. */
describe.each(CUSTOMERS)('parking a conversation by $channel', (customer) => {
  let lab: ParkingLab;
  let ada: ParkingLab['ada'];
  let parking: ParkingLab['parking'];

  beforeAll(async () => {
    // As far away as Twilio is for most of the world.
    lab = await startParkingLab({ enabled: true, show_list: true }, {}, { latencyMs: 150 });
    ({ ada, parking } = lab);
    for (const taskChannel of ['chat', 'sms']) {
      lab.local.world.taskRouter.setCapacity(adaWorker(), taskChannel, { capacity: 1 });
    }
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  const adaWorker = () => lab.local.world.iam.findUser('ada')?.workerSid ?? '';
  const conversation = () => lab.conversation(customer);
  const newestTask = () => {
    const tasks = lab.local.world.taskRouter.tasks();
    return tasks.filter(({ attributes }) => attributes.includes(conversation().sid)).at(-1);
  };

  it('offers the customer’s message, and the agent answers', async () => {
    await lab.phones.write(customer.name, 'Where is my parcel?');
    await ada.accept(customer.name);
    await ada.canvas().getByText('Where is my parcel?').waitFor();
    lab.local.world.conversations.update(conversation().sid, {
      attributes: JSON.stringify({ ...JSON.parse(conversation().attributes), crm: { id: 7 } }),
    });
    lab.local.world.conversations.addWebhook(conversation().sid, {
      target: 'webhook',
      url: 'https://crm.example.com/hook',
      filters: ['onMessageUpdated'],
    });
    await ada.send('I ask the carrier');
    await lab.phones.messages(customer.name).getByText('I ask the carrier').waitFor();
  });

  it('parks: the task is gone, the capacity is free, and the conversation is listed', async () => {
    await parking.park();
    await parking.notification(`${customer.name} is parked`).waitFor();
    await ada.task(customer.name).waitFor({ state: 'detached' });
    await lab.local.settled();
    expect(newestTask()?.assignmentStatus).toBe('completed');
    expect(conversation().state).toBe('active');
    await parking.openList();
    await parking.row(customer.name).waitFor();
    const item = rowItem();
    expect(item?.data).toMatchObject({ conversationSid: conversation().sid, channelType: customer.channel });
    const lifeMs = item?.expiresAtMs ? item.expiresAtMs - item.createdAtMs : null;
    expect(lifeMs === null ? null : Math.round(lifeMs / 1000)).toBe(customer.rowLifeSeconds);
    expect(JSON.parse(conversation().attributes)).toMatchObject({
      crm: { id: 7 },
      mapSid: expect.stringMatching(/^MP/),
      mapItemKey: conversation().sid,
    });
    await parking.openTasks();
  });

  it('offers the next customer to the freed agent, although their capacity is one', async () => {
    lab.local.world.customers.write({ ...customer, address: `${customer.address}1`, name: 'Nora', body: 'Hello' });
    await ada.accept('Nora');
    await ada.canvas().getByText('Hello', { exact: true }).waitFor();
    await ada.endTask();
    await ada.completeTask();
    await ada.task('Nora').waitFor({ state: 'detached' });
  });

  it('comes back with the customer’s next message: same workflow, old attributes, whole history', async () => {
    const parked = newestTask();
    await lab.phones.write(customer.name, 'Any news?');
    await ada.accept(customer.name);
    for (const text of ['Where is my parcel?', 'I ask the carrier', 'Any news?']) {
      await ada.canvas().getByText(text).waitFor();
    }
    const returned = newestTask();
    expect(returned?.sid).not.toBe(parked?.sid);
    expect(returned?.workflowSid).toBe(parked?.workflowSid);
    const { flexChannelInviteSid: _old, ...old } = JSON.parse(parked?.attributes ?? '{}');
    expect(JSON.parse(returned?.attributes ?? '{}')).toEqual({
      ...old,
      flexChannelInviteSid: expect.stringMatching(/^KG/),
      originalRouting: {
        queueName: 'Support',
        queueSid: ids.queues.support,
        workerSid: adaWorker(),
        parkId: expect.any(String),
      },
    });
    await lab.local.settled();
    expect(lab.traces(conversation())).toEqual(NOTHING_LEFT);
  });

  it('comes straight to the agent who unparks it from the list', async () => {
    await ada.send('It comes tomorrow');
    await lab.phones.messages(customer.name).getByText('It comes tomorrow').waitFor();
    await parking.park();
    await parking.notification(`${customer.name} is parked`).waitFor();
    await parking.openList();
    await parking.unpark(customer.name);
    await parking.row(customer.name).waitFor({ state: 'detached' });
    await lab.local.settled();
    expect(newestTask()?.routingTarget ?? null).toBe(adaWorker());
    await parking.openTasks();
    await takeUp(customer.name);
    await ada.canvas().getByText('Any news?').waitFor();
    await lab.local.settled();
    expect(lab.traces(conversation())).toEqual(NOTHING_LEFT);
  });

  it('has harmed nothing else of the conversation, and nothing left this machine', () => {
    expect(JSON.parse(conversation().attributes)).toMatchObject({ crm: { id: 7 } });
    expect([...conversation().webhooks.values()].map(({ url }) => url)).toEqual(['https://crm.example.com/hook']);
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  function rowItem() {
    const maps = [...lab.local.world.sync.service(ids.syncService).maps.values()];
    return maps.flatMap(({ items }) => [...items.values()]).find(({ key }) => key === conversation().sid);
  }

  /** The desk may accept an unparked task by itself; an agent does it otherwise. */
  async function takeUp(name: string): Promise<void> {
    const accept = ada.task(name).getByRole('button', { name: /accept/i });
    await accept.or(ada.canvas()).first().waitFor();
    if (await accept.count()) await accept.click();
  }
});

/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const RELEASE = 'UpdateInteractionChannelParticipant';
const NOTHING_LEFT = { records: [], rows: [], wakeWebhooks: 0, mark: [], dueTimes: 0 };

/** What goes wrong or comes at a bad moment, on the real Flex UI. */
describe('parking when things go wrong', () => {
  let lab: ParkingLab;
  let ada: ParkingLab['ada'];
  let parking: ParkingLab['parking'];

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    ({ ada, parking } = lab);
    await lab.phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  const conversation = () => lab.conversation(GRACE);

  /** Says something, and sees that it is said: Park asks first while the customer spoke last. */
  async function answer(text: string): Promise<void> {
    await ada.send(text);
    await lab.phones.messages('Grace').getByText(text).waitFor();
    await ada.canvas().getByText(text).waitFor();
  }

  const openTasks = () =>
    lab.local.world.taskRouter
      .tasks()
      .filter(({ attributes }) => attributes.includes(conversation().sid))
      .filter(({ assignmentStatus }) => ['pending', 'reserved', 'assigned'].includes(assignmentStatus));

  it('keeps the task, says what to do and lets the agent park again when the Function answers an error', async () => {
    lab.local.world.faults.add({ operationId: RELEASE, times: 2, when: 'before', outcome: 503 });
    await parking.park();
    await parking.notification(/Grace was not parked.*try again/i).waitFor();
    expect(openTasks()).toHaveLength(1);
    await lab.local.settled();
    expect(lab.traces(conversation())).toEqual(NOTHING_LEFT);
    await parking.park();
    await parking.notification('Grace is parked').waitFor();
    await ada.task('Grace').waitFor({ state: 'detached' });
  });

  it('is still listed after the page is loaded again', async () => {
    await ada.reload();
    await parking.openList();
    await parking.row('Grace').waitFor();
  });

  it('makes one task of two messages that the customer sends at once', async () => {
    const { world } = lab.local;
    world.customers.write({ ...GRACE, body: 'Hello?' });
    world.customers.write({ ...GRACE, body: 'Anybody there?' });
    await parking.row('Grace').waitFor({ state: 'detached' });
    await lab.local.settled();
    expect(openTasks()).toHaveLength(1);
    await parking.openTasks();
    await ada.accept('Grace');
    await ada.canvas().getByText('Anybody there?').waitFor();
    expect(openTasks()).toHaveLength(1);
  });

  it('brings back the customer who writes while the park is in progress', async () => {
    await answer('Still asking');
    const { world } = lab.local;
    const before = openTasks()[0]?.sid;
    world.faults.add({ operationId: RELEASE, times: 1, when: 'before', outcome: 'none', latencyMs: 1_000 });
    const released = lab.ada.page.waitForResponse(/park-interaction/);
    await parking.park();
    await lab.phones.write('Grace', 'Wait, one more thing');
    await released;
    await ada.accept('Grace');
    await ada.canvas().getByText('Wait, one more thing').waitFor();
    const tasks = openTasks();
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.sid).not.toBe(before);
  });

  it('says that a closed conversation cannot come back, and takes its row away', async () => {
    await answer('I call you');
    await parking.park();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.row('Grace').waitFor();
    const closed = conversation();
    // The desktop looks after its rows every few minutes, and would take this one away before anybody can press.
    await lab.ada.page.route(/\/flex\/reconcile/, () => undefined);
    lab.local.world.conversations.update(closed.sid, { state: 'closed' });
    await parking.unpark('Grace');
    await parking.notification(/Grace was not unparked.*closed/i).waitFor();
    await parking.row('Grace').waitFor({ state: 'detached' });
    await lab.local.settled();
    expect(lab.traces(closed)).toEqual({ ...NOTHING_LEFT, mark: expect.any(Array) });
    lab.browser.assertNoTroubles();
  });
});

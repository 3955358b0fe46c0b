/** @jest-environment node */
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { flexSharing } from '../support/flex-sharing';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages, type ParkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };

/** A task that Flex makes by a transfer is another kind of task: it has come through no workflow. */
describe('a conversation that was transferred', () => {
  let lab: ParkingLab;
  let ada: FlexDesktop;
  let ben: FlexDesktop;
  let bensParking: ParkingPages;

  beforeEach(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true }, {}, { flexFeatures: ['transfer'] });
    ({ ada } = lab);
    ben = flexDesktop(await lab.browser.newPage(), lab.local.urls.desktops['ben'] ?? '');
    bensParking = parkingPages(ben.page);
    await ben.open();
    await lab.phones.write('Grace', 'My order 1234 has not arrived');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('My order 1234 has not arrived').waitFor();
    await ben.page.bringToFront();
    await ben.setActivity('Available');
    await ben.page.getByRole('button', { name: /Currently Available/ }).waitFor();
    await ada.page.bringToFront();
  }, 2 * MINUTE_MS);

  afterEach(() => lab?.close());

  it('to another agent is parked by that agent, and comes back with its history when the customer writes', async () => {
    await flexSharing(ada).transferTo('Agents', 'Ben Torres');
    await ben.page.bringToFront();
    await ben.accept('Grace');
    await ben.canvas().getByText('My order 1234 has not arrived').waitFor();
    await adaIsDone();
    await ada.setActivity('Break');
    await ben.page.bringToFront();
    await answer(ben, 'I ask the carrier');

    await parkAs(ben, bensParking);
    lab.local.world.customers.write({ ...GRACE, body: 'Any news?' });
    await ben.accept('Grace');
    await ben.canvas().getByText('My order 1234 has not arrived').waitFor();
    await ben.canvas().getByText('Any news?').waitFor();
    await answer(ben, 'It comes tomorrow');
    await expectNothingIsLeft();
  });

  it('to a queue is parked by whoever accepts, and is unparked from that agent’s list', async () => {
    await ada.setActivity('Break');
    await flexSharing(ada).transferTo('Queues', 'Support');
    await ben.page.bringToFront();
    await ben.accept('Grace');
    await ben.canvas().getByText('My order 1234 has not arrived').waitFor();
    await adaIsDone();
    await answer(ben, 'I ask the carrier');

    await parkAs(ben, bensParking);
    await bensParking.openList();
    await bensParking.row('Grace').waitFor();
    await bensParking.unpark('Grace');
    await ben.canvas().getByText('My order 1234 has not arrived').waitFor();
    await answer(ben, 'Here I am again');
    await expectNothingIsLeft();
  });

  /** Who gave it away wraps up. */
  async function adaIsDone(): Promise<void> {
    await ada.page.bringToFront();
    await ada.completeTask();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await ben.page.bringToFront();
  }

  async function answer(desktop: FlexDesktop, text: string): Promise<void> {
    await desktop.send(text);
    await desktop.canvas().getByText(text, { exact: true }).waitFor();
    await lab.phones.messages('Grace').getByText(text, { exact: true }).waitFor();
  }

  async function parkAs(desktop: FlexDesktop, parking: ParkingPages): Promise<void> {
    await parking.park();
    await parking.notification('Grace is parked').waitFor();
    await desktop.task('Grace').waitFor({ state: 'detached' });
  }

  async function expectNothingIsLeft(): Promise<void> {
    await lab.local.settled();
    const conversation = lab.conversation(GRACE);
    expect(lab.traces(conversation)).toEqual({ records: [], rows: [], wakeWebhooks: 0, mark: [], dueTimes: 0 });
    const open = lab.local.world.taskRouter
      .tasks()
      .filter(({ attributes }) => attributes.includes(conversation.sid))
      .filter(({ assignmentStatus }) => assignmentStatus !== 'completed');
    expect(open).toMatchObject([{ assignmentStatus: 'assigned', workflowSid: ids.workflow }]);
    lab.browser.assertNoTroubles();
  }
});

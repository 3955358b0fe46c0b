/** @jest-environment node */
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

/** What queues and limits do to what an agent sees, on the real Flex UI. */
describe('a limit of one parked conversation, and a queue whose conversations are not parked', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({
      enabled: true,
      show_list: true,
      max_parked_per_agent: 1,
      queues: { [ids.queues.sales]: { may_park: false } },
    });
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  async function serve(name: 'Grace' | 'Wanda' | 'Sam'): Promise<void> {
    await lab.phones.write(name, 'Where is my parcel?');
    await lab.ada.accept(name);
    await lab.ada.send('I ask the carrier');
    await lab.phones.messages(name).getByText('I ask the carrier').waitFor();
    await lab.ada.canvas().getByText('I ask the carrier').waitFor();
  }

  it('refuses the second, says why, and leaves it with the agent', async () => {
    await serve('Grace');
    await lab.parking.park();
    await lab.parking.notification('Grace is parked').waitFor();
    await serve('Wanda');
    await lab.parking.park();
    await lab.parking.notification(/Wanda was not parked.*Unpark one of them first/).waitFor();
    await lab.ada.task('Wanda').waitFor();
    await lab.parking.openList();
    await lab.parking.row('Grace').waitFor();
    expect(await lab.parking.row('Wanda').count()).toBe(0);
  });

  it('shows no Park button in that queue', async () => {
    const { taskRouter } = lab.local.world;
    taskRouter.configureWorkflow(
      ids.workflow,
      JSON.stringify({ task_routing: { filters: [], default_filter: { queue: ids.queues.sales } } }),
    );
    await lab.parking.openTasks();
    await serve('Sam');
    expect(await lab.parking.parkButton().count()).toBe(0);
  });
});

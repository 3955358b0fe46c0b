/** @jest-environment node */
import { ids } from '../../local-twilio/seed';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

jest.setTimeout(120_000);

/** Flex's Sync service asks for permissions, and having made a map gives none: the harder of what is undocumented. */
describe('the list where Sync asks for permissions', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true }, { syncMapCreator: 'nothing' });
    lab.local.world.sync.updateService(ids.syncService, { aclEnabled: true });
    await lab.ada.reload();
    await lab.phones.write('Grace', 'Where is my parcel?');
    await lab.ada.accept('Grace');
    await lab.ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
  }, 120_000);

  afterAll(() => lab?.close());

  it('comes with the agent’s first park, live and without a reload', async () => {
    await lab.parking.openList();
    await lab.ada.page.getByRole('button', { name: 'Try again' }).waitFor();
    await lab.parking.openTasks();
    await lab.parking.park();
    await lab.parking.openList();
    await lab.parking.row('Grace').waitFor();
    await lab.phones.write('Grace', 'Any news?');
    await lab.parking.row('Grace').waitFor({ state: 'detached' });
    lab.browser.assertNoTroubles();
  });
});

/** @jest-environment node */
import type { Page } from 'playwright-core';

import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { flexDesktop } from '../support/flex-desktop';
import { neverEvery } from '../support/never-every';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

/** How often the board looks again by itself. */
const BOARD_LOOKS_AGAIN_MS = 30_000;
jest.setTimeout(120_000);

/** Flex's Sync service asks for permissions, and having made a map gives none: the harder of what is undocumented. */
describe('the list where Sync asks for permissions', () => {
  let lab: ParkingLab;
  let board: Page;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true }, { syncMapCreator: 'nothing' });
    lab.local.world.sync.updateService(ids.syncService, { aclEnabled: true });
    await lab.ada.reload();
    board = await openBoard();
    await lab.ada.page.bringToFront();
    await lab.phones.write('Grace', 'Where is my parcel?');
    await lab.ada.accept('Grace');
    await lab.ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
  }, 120_000);

  afterAll(() => lab?.close());

  async function openBoard(): Promise<Page> {
    const page = await lab.browser.newPage();
    await neverEvery(page, BOARD_LOOKS_AGAIN_MS);
    await flexDesktop(page, lab.local.urls.desktops['sofia'] ?? '').open();
    await parkingPages(page).openList();
    await page.getByRole('button', { name: 'Everyone’s' }).click();
    await page.getByText('Nobody has parked a conversation.').waitFor();
    return page;
  }

  it('comes with the agent’s first park, live and without a reload, as the supervisors’ board does', async () => {
    await lab.parking.openList();
    await lab.ada.page.getByRole('button', { name: 'Try again' }).waitFor();
    await lab.parking.openTasks();
    await lab.parking.park();
    await lab.parking.openList();
    await lab.parking.row('Grace').waitFor();
    await parkingPages(board).row('Grace').waitFor();
    await lab.phones.write('Grace', 'Any news?');
    await lab.parking.row('Grace').waitFor({ state: 'detached' });
    await parkingPages(board).row('Grace').waitFor({ state: 'detached' });
    lab.browser.assertNoTroubles();
  });
});

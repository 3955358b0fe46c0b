/** @jest-environment node */
import type { Page } from 'playwright-core';

import { ids, workerSidOf } from '../../local-twilio/src/account/seed/contact-centre';
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { flexDesktop } from '../support/flex-desktop';
import { neverEvery } from '../support/never-every';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const ADAS_MAP = `ParkedInteractions_${workerSidOf('ada')}`;
/** How often the board looks again by itself; not in these tests, which see whether it is told. */
const BOARD_LOOKS_AGAIN_MS = 30_000;

/** Nobody reloads anything here. */
describe('the open lists', () => {
  let lab: ParkingLab;
  /** Two desktops of the same agent. */
  let desktops: Page[];
  let board: Page;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    const { ada } = lab;
    await lab.phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
    const second = await openDesktop('ada');
    await parkingPages(second).openList();
    desktops = [ada.page, second];
    board = await openDesktop('sofia', (page) => neverEvery(page, BOARD_LOOKS_AGAIN_MS));
    await parkingPages(board).openList();
    await board.getByRole('button', { name: 'Everyone’s' }).click();
    await board.getByText('Nobody has parked a conversation.').waitFor();
    await ada.page.bringToFront();
  }, 3 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('show what has just been parked, on every desktop of the agent and on the supervisors’ board', async () => {
    await lab.parking.park();
    await lab.parking.openList();
    await onEveryDesktop((page) => parkingPages(page).row('Grace').waitFor());
    await rowOnBoard().waitFor();
  });

  it('follow a change of a row', async () => {
    lab.local.world.sync.updateMapItem(ids.syncService, ADAS_MAP, rowOf('Grace Hopper'));
    await onEveryDesktop((page) => parkingPages(page).row('Grace Hopper').waitFor());
  });

  it('keep everything in reach, however long a name is', async () => {
    lab.local.world.sync.updateMapItem(ids.syncService, ADAS_MAP, rowOf('Maximiliana '.repeat(16)));
    await onEveryDesktop(async (page) => {
      const unpark = page.getByRole('button', { name: /^Unpark Maximiliana/ });
      await unpark.waitFor();
      const box = await unpark.boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    });
  });

  it('catch up with what came and went while the connection was lost', async () => {
    const { sync } = lab.local.world;
    lab.local.dropConnections();
    // Before anybody can be connected again.
    sync.createMapItem(ids.syncService, ADAS_MAP, { ...rowOf('Nora'), key: `CH${'9'.repeat(32)}` });
    sync.updateMapItem(ids.syncService, ADAS_MAP, rowOf('Grace again'));
    await onEveryDesktop(async (page) => {
      await parkingPages(page).row('Nora').waitFor();
      await parkingPages(page).row('Grace again').waitFor();
    });
    lab.local.dropConnections();
    sync.removeMapItem(ids.syncService, ADAS_MAP, { key: `CH${'9'.repeat(32)}` });
    await onEveryDesktop(async (page) => {
      await parkingPages(page).row('Nora').waitFor({ state: 'detached' });
      await parkingPages(page).row('Grace again').waitFor();
      await page.getByText(/^The connection is lost/).waitFor({ state: 'detached' });
    });
  });

  it('lose the row when the customer writes', async () => {
    lab.local.world.customers.write({ ...GRACE, body: 'Any news?' });
    await onEveryDesktop((page) => parkingPages(page).row('Grace again').waitFor({ state: 'detached' }));
    await rowOnBoard().waitFor({ state: 'detached' });
    lab.browser.assertNoTroubles();
  });

  const rowOnBoard = () => board.getByRole('row').filter({ hasText: 'Grace' });

  function rowOf(customerName: string): { key: string; data: object } {
    const map = lab.local.world.sync.findMap(ids.syncService, ADAS_MAP);
    const key = lab.conversation(GRACE).sid;
    return { key, data: { ...Object(map?.items.get(key)?.data), customerName } };
  }

  async function openDesktop(user: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const page = await lab.browser.newPage();
    await prepare?.(page);
    const desktop = flexDesktop(page, lab.local.urls.desktops[user] ?? '');
    await desktop.open();
    return desktop.page;
  }

  async function onEveryDesktop(see: (page: Page) => Promise<void>): Promise<void> {
    await Promise.all(desktops.map(see));
  }
});

/** @jest-environment node */
import type { Page } from 'playwright-core';

import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { violations } from '../support/axe';
import { flexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const NOTHING = { records: [], rows: [], wakeWebhooks: 0, mark: [], dueTimes: 0 };

/** Another system brings a parked conversation back, in the real Flex. */
describe('a wake link', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true, wake_links: true });
    await lab.ada.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await lab.phones.write('Grace', 'Where is my refund?');
    await lab.ada.accept('Grace');
    await lab.ada.send('I am asking the back office');
    await lab.phones.messages('Grace').getByText('I am asking the back office').waitFor();
    await lab.ada.page.bringToFront();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('is copied by the agent, brings the task back to them, and the card shows what was sent', async () => {
    const { ada, parking } = lab;
    const link = await parkAndCopy();
    expect(link).toMatch(/^https:\/\/parking-local\.twil\.io\/webhooks\/wake-by-event\?conversationSid=CH/);
    expect(await post(ada.page, link, 'refund approved')).toEqual({ status: 'woken' });
    await parking.openTasks();
    await ada.accept('Grace');
    const card = ada.page.getByRole('complementary', { name: 'Parking note' });
    await card.getByText('It is back now because of an event in another system: refund approved').waitFor();
    await lab.local.settled();
    expect(lab.traces(lab.conversation(GRACE))).toEqual(NOTHING);
    expect(await post(ada.page, link, 'refund approved')).toMatchObject({ code: 'wake-link-expired' });
  });

  it('is copied by a supervisor from the board', async () => {
    const { ada, parking } = lab;
    await parking.park();
    await ada.task('Grace').waitFor({ state: 'detached' });
    const sofia = flexDesktop(await lab.browser.newPage(), lab.local.urls.desktops['sofia'] ?? '');
    await sofia.open();
    await sofia.page.bringToFront();
    const board = parkingPages(sofia.page);
    await board.openList();
    await sofia.page.getByText('Everyone’s', { exact: true }).click();
    await board.row('Grace').waitFor();
    const link = await copy(sofia.page);
    expect(await post(sofia.page, link, '')).toEqual({ status: 'woken' });
    await ada.page.bringToFront();
    await parking.openTasks();
    await ada.accept('Grace');
    await ada.page.getByText('It is back now because of an event in another system.', { exact: true }).waitFor();
  });

  it('asked for nothing that the local Twilio does not serve', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  async function parkAndCopy(): Promise<string> {
    const { ada, parking } = lab;
    await parking.park();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.row('Grace').waitFor();
    expect(await violations(ada.page, 'section[aria-labelledby="park-interaction-list-title"]')).toEqual([]);
    return copy(ada.page);
  }

  async function copy(page: Page): Promise<string> {
    const pages = parkingPages(page);
    await pages.dismissNotifications();
    await page.getByRole('button', { name: 'More actions for Grace' }).click();
    await page.getByRole('menuitem', { name: 'Copy wake link' }).waitFor();
    await page.getByRole('menuitem', { name: 'Copy wake link' }).click();
    await pages.notification('The wake link for Grace is copied. It works until the conversation is back.').waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }
});

/** As the other system would, on this machine: pages of the local Twilio reach its Functions by their own name. */
function post(page: Page, link: string, note: string): Promise<unknown> {
  return page.evaluate(
    async ([url, text]) => {
      const body = new URLSearchParams({ note: text });
      return (await (await fetch(url, { method: 'POST', body })).json()) as unknown;
    },
    [link, note] as const,
  );
}

/** @jest-environment node */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { parkedBefore } from '../../scripts/screenshots/story';
import { violations } from '../support/axe';
import { flexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages, type ParkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const DIALOG = '[aria-labelledby="park-interaction-hand-over-title"]';
const PANEL = 'section[aria-label="Result for each conversation"]';
const UNPARK = '**/flex/unpark-interaction';
const [priya, tomas, oleksandr] = parkedBefore;

/** Ada has left, and a supervisor sees to what they parked, in the real Flex. */
describe('handing over what is parked', () => {
  let lab: ParkingLab;
  let page: Page;
  let parking: ParkingPages;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true }, { queueInvite: 'queue' });
    for (const story of [priya, tomas, oleksandr]) await parkStory(story);
    await lab.ada.setActivity('Break');
    lab.local.world.taskRouter.setActivity(ben(), ids.activities.available);
    const sofia = flexDesktop(
      await lab.browser.newPage({ width: 1024, height: 768 }),
      lab.local.urls.desktops['sofia'] ?? '',
    );
    ({ page } = sofia);
    parking = parkingPages(page);
    await sofia.open();
    await parking.openList();
    await page.getByRole('button', { name: 'Everyone’s' }).click();
    await parking.row(priya.customer.name).waitFor();
  }, 4 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('gives a supervisor the agents and queues of Flex’s own directory, and who is away cannot be chosen', async () => {
    await choose(priya.customer.name);
    await bar().getByRole('button', { name: 'Hand over' }).click();
    await dialog().getByRole('heading', { name: 'Hand over the selected conversations: 1' }).waitFor();
    await dialog().getByRole('button', { name: 'Ben Torres' }).waitFor();
    expect(await entries('Agents')).toEqual(['Ben Torres Available', 'Ada Okafor Break: not available', ALEX]);
    expect(await entries('Queues')).toEqual(['Sales', 'Support']);
    expect(await dialog().getByRole('button', { name: 'Ada Okafor' }).count()).toBe(0);
    expect(await violations(page, DIALOG)).toEqual([]);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], 'hand-over.png') });
    await page.keyboard.type('sal');
    await dialog().getByRole('list', { name: 'Agents' }).waitFor({ state: 'detached' });
    expect(await entries('Queues')).toEqual(['Sales']);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('offers the chosen rows to the agent, and asks before the page is left meanwhile', async () => {
    let go = () => undefined as void;
    const isHeld = new Promise<void>((resolve) => (go = resolve));
    await page.route(UNPARK, async (route) => {
      await isHeld;
      await route.fallback();
    });
    await choose(tomas.customer.name);
    await bar().getByRole('button', { name: 'Hand over' }).click();
    await dialog().getByRole('button', { name: 'Ben Torres' }).click();
    await panel().getByRole('status').getByText('Unparking: 0 of 2').waitFor();
    const asking = page.waitForEvent('dialog');
    // Closing asks as well, but Playwright answers no request of a page any more that it was told to close.
    const leaving = page.evaluate(() => window.location.reload());
    const asked = await asking;
    expect(asked.type()).toBe('beforeunload');
    await asked.dismiss();
    await leaving;
    go();
    await panel().getByRole('status').getByText(/^Done/).waitFor();
    expect(await panel().innerText()).toMatch(/Done: 2 of 2/);
    for (const { customer } of [priya, tomas])
      expect(openTasks(customer)).toMatchObject([{ routingTarget: ben(), timeoutSeconds: 120 }]);
    await parking.dismissNotifications();
    expect(await violations(page, PANEL)).toEqual([]);
  });

  it('sends one row to the queue that was chosen from its own menu', async () => {
    const { name } = oleksandr.customer;
    await parking.unpark(name);
    await page.getByRole('menuitem', { name: 'An agent or a queue…' }).click();
    await dialog()
      .getByRole('heading', { name: `Hand over the conversation with ${name}` })
      .waitFor();
    await dialog().getByRole('button', { name: 'Sales' }).click();
    await parking.notification(`${name} is unparked and is being routed to an agent.`).waitFor();
    expect(openTasks(oleksandr.customer)).toMatchObject([{ queueSid: ids.queues.sales, routingTarget: null }]);
  });

  it('has thrown nothing, asked nothing that was not served, and nothing of another machine', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  /** Nobody has logged in as Alex. */
  const ALEX = 'Alex Kim Offline: not available';
  const bar = () => page.getByRole('group', { name: 'Selected conversations' });
  const dialog = () => page.locator(DIALOG);
  const panel = () => page.locator(PANEL);
  const ben = () => lab.local.world.iam.issueToken('ben').workerSid;

  async function entries(list: 'Agents' | 'Queues'): Promise<string[]> {
    const shown = await dialog().getByRole('list', { name: list }).getByRole('listitem').allInnerTexts();
    return shown.map((words) => words.replace(/\s+/g, ' '));
  }

  function openTasks(customer: (typeof parkedBefore)[number]['customer']) {
    const { sid } = lab.conversation(customer);
    const isOpen = ({ assignmentStatus }: { assignmentStatus: string }) =>
      assignmentStatus === 'pending' || assignmentStatus === 'reserved';
    return lab.local.world.taskRouter.tasks().filter((task) => isOpen(task) && task.attributes.includes(sid));
  }

  /** By keyboard: what is seen of Paste's checkbox is not the checkbox itself. */
  async function choose(customer: string): Promise<void> {
    await page.getByRole('checkbox', { name: `Select ${customer}` }).focus();
    await page.keyboard.press('Space');
  }

  async function parkStory({ answer, customer, says }: (typeof parkedBefore)[number]): Promise<void> {
    const { ada, local } = lab;
    local.world.customers.write({ ...customer, body: says });
    await ada.accept(customer.name);
    await ada.canvas().getByText(says).waitFor();
    await ada.send(answer);
    await ada.canvas().getByText(answer).waitFor();
    await lab.parking.park();
    await ada.task(customer.name).waitFor({ state: 'detached' });
  }
});

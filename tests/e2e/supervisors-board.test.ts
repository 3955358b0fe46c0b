/** @jest-environment node */
import type { Page } from 'playwright-core';

import { letTimePass, parkedBefore } from '../../scripts/screenshots/story';
import { violations } from '../support/axe';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages, type ParkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const VIEW = 'section[aria-labelledby="park-interaction-list-title"]';
const PANEL = 'section[aria-label="Result for each conversation"]';

/** A time zone in which it is a morning now: what comes back in two hours does so today, whenever this runs. */
function zoneWithMorning(): string {
  const offsetHours = ((8 - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${offsetHours < 0 ? '+' : '-'}${Math.abs(offsetHours)}`;
}

/** What a supervisor does with all that is parked, in the real Flex. */
describe('the supervisors’ board', () => {
  let lab: ParkingLab;
  let sofia: FlexDesktop;
  let page: Page;
  let parking: ParkingPages;

  beforeAll(async () => {
    lab = await startParkingLab({
      enabled: true,
      show_list: true,
      park_until_presets: ['in 2 hours', 'tomorrow 09:00'],
      time_zone: zoneWithMorning(),
    });
    for (const story of parkedBefore) await parkStory(story);
    await lab.phones.write('Grace', 'Please call me in two hours');
    await lab.ada.accept('Grace');
    await lab.ada.send('I will');
    await lab.phones.messages('Grace').getByText('I will').waitFor();
    await lab.parking.parkUntil(/In 2 hours/);
    await lab.ada.task('Grace').waitFor({ state: 'detached' });
    sofia = flexDesktop(
      await lab.browser.newPage({ width: 1024, height: 768 }),
      lab.local.urls.desktops['sofia'] ?? '',
    );
    ({ page } = sofia);
    parking = parkingPages(page);
    await sofia.open();
    await openBoard();
  }, 4 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('counts what is parked, due today and about to lose its reply window', async () => {
    const tiles = page.getByRole('group', { name: 'At a glance' }).getByRole('button');
    await tile(/Parked now\s*5/).waitFor();
    expect((await tiles.allInnerTexts()).map((words) => words.replace(/\s+/g, ' '))).toEqual([
      'Parked now 5',
      'Due today 1',
      'Overdue 0',
      'Reply window under 2 h 1',
      'Back, not accepted 0',
      'Needs attention 0',
    ]);
    const chart = page.getByRole('table', { name: 'Parked for how long' });
    expect(
      await chart
        .getByRole('row', { name: /^Support/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['2', '1', '1', '1']);
    expect(await violations(page, VIEW)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('shows behind each number what it counts', async () => {
    await tile(/Due today/).click();
    await parking.row('Tomás Herrera').waitFor({ state: 'detached' });
    expect(await rows()).toEqual(['Grace']);
    await tile(/Reply window under 2 h/).click();
    await parking.row('Grace').waitFor({ state: 'detached' });
    expect(await rows()).toEqual(['Tomás Herrera']);
    expect(await tile(/Reply window under 2 h/).getAttribute('aria-pressed')).toBe('true');
    expect(await violations(page, VIEW)).toEqual([]);
    await tile(/Overdue/).click();
    await page.getByText('No parked interactions match the filters.').waitFor();
    await tile(/Overdue/).click();
    await parking.row('Grace').waitFor();
  });

  it('gives a chosen row another time, and says so', async () => {
    await choose('Select Grace');
    expect(await violations(page, VIEW)).toEqual([]);
    await bar().getByRole('button', { name: 'Change time' }).click();
    await page.getByRole('menuitem', { name: /Tomorrow/ }).click();
    await panel().getByRole('status').getByText('Done: 1 of 1').waitFor();
    await panel().getByText('Time changed').waitFor();
    await tile(/Due today\s*0/).waitFor();
    await parking.dismissNotifications();
    expect(await violations(page, PANEL)).toEqual([]);
    await panel().getByRole('button', { name: 'Close' }).click();
    await panel().waitFor({ state: 'detached' });
  });

  it('unparks all that match to the workflow at once, and tells the result of each, in the dark theme too', async () => {
    await lab.ada.page.bringToFront();
    await lab.ada.setActivity('Break');
    const { flex } = lab.local.world;
    flex.setConfiguration({ ui_attributes: { ...flex.configuration().ui_attributes, theme: { isLight: false } } });
    await page.bringToFront();
    await sofia.reload();
    await openBoard();
    await parking.row('Grace').waitFor();
    await choose('Select all that match the filters');
    await bar().getByText('Selected: 5').waitFor();
    expect(await violations(page, VIEW)).toEqual([]);
    await bar().getByRole('button', { name: 'Unpark through the workflow' }).click();
    await panel()
      .getByRole('status')
      .getByText(/^Unparking: \d of 5$/)
      .waitFor();
    await parking.openTasks();
    await parking.notification('Done: 5 of 5').waitFor();
    await parking.openList();
    await panel().getByRole('status').getByText('Done: 5 of 5').waitFor();
    await page.getByText('Nobody has parked a conversation.').waitFor();
    expect(await panel().getByText('Unparked, and being routed to an agent').count()).toBe(5);
    await parking.dismissNotifications();
    expect(await violations(page, VIEW)).toEqual([]);
    for (const { customer } of parkedBefore) expect(lab.traces(lab.conversation(customer)).rows).toEqual([]);
  });

  it('opens by a key, which Flex lists in its help', async () => {
    await parking.openTasks();
    await page.keyboard.press('Control+Shift+Digit9');
    await page.getByRole('heading', { name: 'All parked interactions' }).waitFor();
    await page.getByTestId('profile-card-button').click();
    await page.getByRole('button', { name: 'Keyboard Shortcuts Menu' }).click();
    const help = page.getByTestId('keyboard-shortcuts-menu');
    await help.getByRole('row', { name: /^Open the parked interactions .*9$/ }).waitFor();
    await help.getByRole('row', { name: /^Park the conversation .*7$/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('has thrown nothing, asked nothing that was not served, and nothing of another machine', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  const tile = (name: RegExp) => page.getByRole('group', { name: 'At a glance' }).getByRole('button', { name });
  const bar = () => page.getByRole('group', { name: 'Selected conversations' });
  const panel = () => page.locator(PANEL);

  async function rows(): Promise<string[]> {
    const table = page.getByRole('table', { name: 'All parked interactions' });
    const headers = await table.getByRole('rowheader').allInnerTexts();
    return headers.map((words) => words.split('\n')[0] ?? '');
  }

  /** By keyboard: what is seen of Paste's checkbox is not the checkbox itself. */
  async function choose(name: string): Promise<void> {
    await page.getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
  }

  async function openBoard(): Promise<void> {
    await parking.openList();
    await page.getByRole('button', { name: 'Everyone’s' }).click();
  }

  async function parkStory({ answer, customer, hours, says }: (typeof parkedBefore)[number]): Promise<void> {
    const { ada, local } = lab;
    local.world.customers.write({ ...customer, body: says });
    await ada.accept(customer.name);
    await ada.canvas().getByText(says).waitFor();
    await ada.send(answer);
    await ada.canvas().getByText(answer).waitFor();
    await lab.parking.park();
    await ada.task(customer.name).waitFor({ state: 'detached' });
    letTimePass(lab, customer, hours);
  }
});

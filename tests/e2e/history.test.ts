/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { parkedBefore } from '../../scripts/screenshots/story';
import { violations } from '../support/axe';
import { flexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const REASONS = ['Back office', 'Other'];
const VIEW = '[aria-labelledby="park-interaction-list-title"]';
const [priya, tomas] = parkedBefore;

/** Two parks are over, and a supervisor wants to know what became of them, in the real Flex. */
describe('the history of parks', () => {
  let lab: ParkingLab;
  let page: Page;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true, ask_for_note: true, note_reasons: REASONS });
    await parkStory(priya, 'Back office');
    await parkStory(tomas, 'Other');
    const { ada, local, parking } = lab;
    local.world.customers.write({ ...priya.customer, body: 'Is it corrected now?' });
    await ada.accept(priya.customer.name);
    await parking.openList();
    await parking.unpark(tomas.customer.name);
    await ada.canvas().getByText(tomas.answer).waitFor();
    await local.settled();
    const sofia = flexDesktop(
      await lab.browser.newPage({ width: 1024, height: 768 }),
      local.urls.desktops['sofia'] ?? '',
    );
    ({ page } = sofia);
    await sofia.open();
    await parkingPages(page).openList();
    await page.getByRole('button', { name: 'History' }).click();
    await row(tomas.customer.name).waitFor();
  }, 4 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('says who was parked by whom and why, how it ended, and who took it', async () => {
    expect(await cells(priya.customer.name)).toEqual([
      'Priya Raman +15550102233',
      'Ada Okafor Support',
      expect.stringMatching(/for 1 min$/),
      'Back office',
      expect.stringMatching(/^The customer replied /),
      'Ada Okafor',
    ]);
    expect((await cells(tomas.customer.name))[4]).toMatch(/^The agent unparked it /);
    expect(await violations(page, VIEW)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], 'history.png') });
  });

  it('is searched by what somebody types', async () => {
    await page.getByLabel('Customer, agent, queue or reason').fill('back office');
    await row(tomas.customer.name).waitFor({ state: 'detached' });
    await row(priya.customer.name).waitFor();
    await page.getByLabel('Parked on').fill('2020-01-01');
    await page.getByText('Nothing that was parked matches.').waitFor();
    await page.getByLabel('Parked on').fill('');
    await row(priya.customer.name).waitFor();
  });

  it('is given as a file', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"Priya Raman"');
  });

  it('has thrown nothing, asked nothing that was not served, and nothing of another machine', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  const row = (customer: string) => page.getByRole('row').filter({ hasText: customer });

  async function cells(customer: string): Promise<string[]> {
    const texts = await row(customer).getByRole('cell').allInnerTexts();
    return texts.map((words) => words.replace(/\s+/g, ' ').trim());
  }

  async function parkStory({ answer, customer, says }: (typeof parkedBefore)[number], reason: string): Promise<void> {
    const { ada, local, parking } = lab;
    local.world.customers.write({ ...customer, body: says });
    await ada.accept(customer.name);
    await ada.canvas().getByText(says).waitFor();
    await ada.send(answer);
    await ada.canvas().getByText(answer).waitFor();
    await parking.park();
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption(reason);
    await dialog.getByRole('button', { name: 'Park' }).click();
    await ada.task(customer.name).waitFor({ state: 'detached' });
  }
});

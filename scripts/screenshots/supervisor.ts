import type { Page } from 'playwright-core';
import { flexDesktop } from '../../tests/support/flex-desktop';
import type { ParkingLab } from '../../tests/support/parking-lab';
import { parkingPages } from '../../tests/support/parking-pages';
import { CALM_MS, shoot } from './camera';
import { loseChannel, parkedBefore } from './story';

const EVERYONES = '**/flex/everyones-parked-interactions';

/** The supervisor's board: loading, with a conversation that needs a person, handing over, the history, a failed refresh. */
export async function board(lab: ParkingLab, size: { width: number; height: number }): Promise<void> {
  const [, , sms] = parkedBefore;
  loseChannel(lab, sms.customer);
  const sofia = flexDesktop(await lab.browser.newPage(size), lab.local.urls.desktops['sofia'] ?? '');
  const { page } = sofia;
  await sofia.open();
  await sofia.setActivity('Available');
  await parkingPages(page).openList();
  await page.route(EVERYONES, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3 * CALM_MS));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Everyone’s' }).click();
  await shoot(page, 'list-loading');
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor();
  await page.mouse.move(640, 700);
  await shoot(page, 'board');
  await page.unroute(EVERYONES);
  await handOver(page);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('The customer replied').first().waitFor();
  await shoot(page, 'history');
  await page.getByRole('button', { name: 'Everyone’s' }).click();
  await page.route(EVERYONES, (route) =>
    route.fulfill({ status: 503, json: { code: 'twilio-unavailable', message: 'Twilio did not answer.' } }),
  );
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('The list could not be loaded').waitFor();
  await shoot(page, 'list-error');
  await page.close();
}

async function handOver(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all that match the filters' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Hand over' }).click();
  await page.getByRole('list', { name: 'Agents' }).waitFor();
  await shoot(page, 'hand-over');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear selection' }).click();
}

/** @jest-environment node */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { violations } from '../support/axe';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { soonInstead } from '../support/soon-instead';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const VIEW = '[aria-labelledby="park-interaction-settings-title"]';

/** An admin changes settings in the real Flex, on the local Twilio. */
describe('the page of settings', () => {
  let lab: ParkingLab;
  let alex: FlexDesktop;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true, history_days: 7 });
    alex = flexDesktop(await lab.browser.newPage({ width: 1280, height: 800 }), lab.local.urls.desktops['alex'] ?? '');
    ({ page } = alex);
    page.on('request', (request) => {
      if (request.url().includes('parking-settings')) asked.push(request.url());
    });
    await alex.open();
  }, 4 * MINUTE_MS);

  afterAll(() => lab?.close());

  const own = () => {
    const { custom_data: custom } = lab.local.world.flex.configuration().ui_attributes;
    return (custom as { features: Record<string, object> }).features['park_interaction'];
  };
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const review = () => page.getByRole('button', { name: 'Review changes' });
  const picture = async (name: string) => {
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: join(process.env['SCREENSHOTS'], `${name}.png`) });
  };

  it('is no agent’s, and asks nothing before somebody opens it', async () => {
    expect(await lab.ada.page.getByRole('link', { name: 'Parking settings' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Parking settings' }).waitFor();
    expect(asked).toEqual([]);
  });

  it('says so while it cannot be loaded, and loads when asked again', async () => {
    // Until it is cleared: the desktop's own rounds of reconcile read the configuration, too.
    lab.local.world.faults.add({ operationId: 'FetchConfiguration', times: 1_000, when: 'before', outcome: 503 });
    await alex.openView('Parking settings');
    await page.getByText('Twilio did not answer. Nothing was changed. Try again.').waitFor();
    expect(await violations(page, VIEW)).toEqual([]);
    await picture('settings-failed');
    lab.local.world.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await field('history_days').waitFor();
  });

  it('shows every setting, and says at once what may not be', async () => {
    expect(await field('history_days').inputValue()).toBe('7');
    expect(await page.getByText('Set in this account').count()).toBe(3);
    await field('history_days').fill('366');
    await page.getByText('must be a whole number of days from 0 to 365').waitFor();
    expect(await review().isDisabled()).toBe(true);
    await picture('settings-wrong');
    expect(await violations(page, VIEW)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('shows what will change and for whom, and saves it', async () => {
    await field('history_days').fill('90');
    await field('when_due').selectOption('workflow');
    await review().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('7 → 90').waitFor();
    await dialog.getByText(/What is parked already keeps its time/).waitFor();
    await picture('settings-review');
    expect(await violations(page, '[aria-labelledby="park-interaction-settings-review"]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^The settings are saved\./).waitFor();
    expect(own()).toEqual({ enabled: true, show_list: true, history_days: 90, when_due: 'workflow' });
    await picture('settings-saved');
    expect(await violations(page, VIEW)).toEqual([]);
  });

  it('tells of somebody else’s change, and keeps what was entered', async () => {
    await field('history_days').fill('30');
    const { ui_attributes: before } = lab.local.world.flex.configuration();
    const text = JSON.stringify(before).replace('"show_list":true', '"show_list":true,"wake_links":true');
    lab.local.world.flex.setConfiguration({ ui_attributes: JSON.parse(text) });
    await review().click();
    await page.getByText(/Changed by somebody else: wake_links\./).waitFor();
    await picture('settings-conflict');
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByText(/Changed by somebody else/).waitFor({ state: 'detached' });
    expect(await field('history_days').inputValue()).toBe('30');
    await review().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^The settings are saved\./).waitFor();
    expect(own()).toMatchObject({ history_days: 30, wake_links: true, when_due: 'workflow' });
  });

  it('tells desktops that are open, until they are reloaded', async () => {
    const ben = flexDesktop(await lab.browser.newPage(), lab.local.urls.desktops['ben'] ?? '');
    // The regular call of each desktop.
    await soonInstead(ben.page, { fromMs: 2 * MINUTE_MS, toMs: 6 * MINUTE_MS });
    await ben.open();
    await ben.page.waitForResponse((response) => response.url().endsWith('/flex/reconcile'), { timeout: MINUTE_MS });
    await page.bringToFront();
    await field('ask_for_note').selectOption('true');
    await review().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^The settings are saved\./).waitFor();
    await ben.page.bringToFront();
    // Each Function remembers settings for a minute.
    const notice = ben.notification('Parking settings have changed. Reload to use them.');
    await notice.waitFor({ timeout: 1.5 * MINUTE_MS });
    if (process.env['SCREENSHOTS']) await ben.screenshot(join(process.env['SCREENSHOTS'], 'settings-banner.png'));
    const loading = ben.page.waitForEvent('load');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await loading;
  });

  it('has thrown nothing, asked nothing that was not served, and nothing of another machine', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

import { flexDesktop } from '../tests/support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../tests/support/parking-lab';
import { parkingPages } from '../tests/support/parking-pages';
import { letTimePass, loseChannel, parkedBefore } from './screenshots/story';

const FOLDER = join(__dirname, '..', 'docs', 'images');
const SIZE = { width: 1280, height: 720 };
const FEATURE = {
  enabled: true,
  show_list: true,
  ask_for_note: true,
  note_reasons: ['Waiting for the customer', 'Back office', 'Carrier'],
};
const FUNCTIONS_URL = 'https://parking-local.twil.io';
/** Flex fades things in. */
const CALM_MS = 700;

const file = (name: string) => join(FOLDER, `${name}.png`);

async function shoot(target: Page | Locator, name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  await target.screenshot({ path: file(name) });
  console.log(`docs/images/${name}.png`);
}

/** `npm run screenshots`: the pictures of the documentation, from the real Flex on the local Twilio. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const lab = await startParkingLab(FEATURE);
  try {
    await lab.ada.page.setViewportSize(SIZE);
    await emptyList(lab);
    for (const story of parkedBefore) await parkStory(lab, story);
    await parkGrace(lab);
    await list(lab);
    await preview(lab);
    await card(lab);
    await board(lab);
    await otherSettings(lab);
  } finally {
    await lab.close();
  }
}

async function emptyList({ ada, parking }: ParkingLab): Promise<void> {
  await parking.openList();
  await ada.page.getByText('Nothing is parked').waitFor();
  await shoot(ada.page, 'list-empty');
  await parking.openTasks();
}

async function parkStory(lab: ParkingLab, story: (typeof parkedBefore)[number]): Promise<void> {
  const { ada, local, parking } = lab;
  const { answer, customer, hours, note, reason, says } = story;
  local.world.customers.write({ ...customer, body: says });
  await ada.accept(customer.name);
  await ada.canvas().getByText(says).waitFor();
  await ada.send(answer);
  await ada.canvas().getByText(answer).waitFor();
  await parking.dismissNotifications();
  await parking.parkButton().click();
  await say(ada.page, { reason, note });
  await ada.page.getByRole('dialog').getByRole('button', { name: /^Park/ }).click();
  await parking.notification(`${customer.name} is parked`).waitFor();
  await ada.task(customer.name).waitFor({ state: 'detached' });
  letTimePass(lab, customer, hours);
}

async function say(page: Page, { note, reason }: { note: string; reason: string }): Promise<void> {
  if (reason) await page.getByLabel(/Reason/).selectOption(reason);
  await page.getByLabel(/Note for/).fill(note);
}

/** The button in its states, the note, and the hero picture: desktop and customer side by side. */
async function parkGrace(lab: ParkingLab): Promise<void> {
  const { ada, parking, phones } = lab;
  const { page } = ada;
  const header = page.locator('.Twilio-TaskCanvasHeader');
  await phones.write('Grace', 'Hello, my parcel has not arrived');
  await ada.accept('Grace');
  await ada.canvas().getByText('Hello, my parcel has not arrived').waitFor();
  await ada.send('I ask the carrier and come back to you.');
  await phones.messages('Grace').getByText('I ask the carrier').waitFor();
  await parking.dismissNotifications();
  await shoot(header, 'button-ready');
  await hero(lab);
  await page.bringToFront();

  await parking.parkButton().click();
  await say(page, { reason: 'Carrier', note: 'The carrier searches for parcel 1234 and calls back by three.' });
  await shoot(page, 'note');
  await page.route('**/flex/park-interaction', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3 * CALM_MS));
    await route.continue();
  });
  await page.getByRole('dialog').getByRole('button', { name: /^Park/ }).click();
  await shoot(header, 'button-busy');
  await parking.notification('Grace is parked').waitFor();
  await page.unroute('**/flex/park-interaction');
  await shoot(page, 'parked');
}

async function hero({ ada, browser, phones }: ParkingLab): Promise<void> {
  await phones.page.bringToFront();
  const phone = await phones.page.screenshot();
  await ada.page.bringToFront();
  const desktop = await ada.page.screenshot();
  const page = await browser.newPage({ width: 1280, height: 400 });
  const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
  await page.setContent(`<style>
    body { margin: 0; padding: 16px; display: flex; gap: 16px; background: #e1e3ea; width: 1248px; }
    img { width: 616px; border-radius: 6px; box-shadow: 0 2px 10px #0003; }
  </style>${image(phone)}${image(desktop)}`);
  await shoot(page, 'desktop-and-customers');
  await page.close();
}

async function list({ ada, parking }: ParkingLab): Promise<void> {
  await parking.openList();
  await parking.row('Grace').waitFor();
  await parking.dismissNotifications();
  await ada.page.mouse.move(640, 700);
  await shoot(ada.page, 'list');
}

async function preview({ ada }: ParkingLab): Promise<void> {
  const { page } = ada;
  await page.getByRole('button', { name: 'Preview the conversation with Grace' }).click();
  await page.getByRole('dialog').getByText('Hello, my parcel').waitFor();
  await shoot(page, 'preview');
  await page.keyboard.press('Escape');
}

async function card(lab: ParkingLab): Promise<void> {
  const { ada, parking, phones } = lab;
  await phones.write('Grace', 'It is here, thank you!');
  await parking.row('Grace').waitFor({ state: 'detached' });
  await parking.notification('Grace is back').waitFor();
  await parking.openTasks();
  await ada.accept('Grace');
  await ada.canvas().getByText('It is here').waitFor();
  await parking.dismissNotifications();
  await shoot(ada.page, 'card');
  await ada.endTask();
  await ada.completeTask();
}

async function board(lab: ParkingLab): Promise<void> {
  const [, , sms] = parkedBefore;
  loseChannel(lab, sms.customer);
  const sofia = flexDesktop(await lab.browser.newPage(SIZE), lab.local.urls.desktops['sofia'] ?? '');
  const { page } = sofia;
  await sofia.open();
  await sofia.setActivity('Available');
  await parkingPages(page).openList();
  await page.getByRole('button', { name: 'Everyone’s' }).click();
  await page.getByRole('heading', { name: 'Needs a person' }).waitFor();
  await page.mouse.move(640, 700);
  await shoot(page, 'board');
  await page.route('**/flex/everyones-parked-interactions', (route) =>
    route.fulfill({ status: 503, json: { code: 'twilio-unavailable', message: 'Twilio did not answer.' } }),
  );
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByText('The list could not be loaded').waitFor();
  await shoot(page, 'list-error');
  await page.close();
}

/** The button while the account refuses to leave a customer without an answer; then another language, and the dark theme. */
async function otherSettings(lab: ParkingLab): Promise<void> {
  const { ada, parking, phones } = lab;
  const { page } = ada;
  await reloadWith(lab, { feature: { ...FEATURE, ask_for_note: false, customer_spoke_last: 'refuse' } });
  await phones.write('Wanda', 'Is my order on its way?');
  await ada.accept('Wanda');
  await ada.canvas().getByText('Is my order on its way?').waitFor();
  await parking.dismissNotifications();
  await shoot(page.locator('.Twilio-TaskCanvasHeader'), 'button-disabled');

  await reloadWith(lab, { language: 'es-ES' });
  await page.getByRole('link', { name: /^Interacciones aparcadas/ }).click();
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, 'list-es');

  await reloadWith(lab, { theme: { isLight: false } });
  await parking.openList();
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, 'list-dark');
}

async function reloadWith({ ada, local }: ParkingLab, changes: Changes): Promise<void> {
  const { feature = FEATURE, ...settings } = changes;
  const custom_data = { serverless_functions_url: FUNCTIONS_URL, features: { park_interaction: feature } };
  local.world.flex.setConfiguration({ ui_attributes: { version_compatibility: 'yes', custom_data, ...settings } });
  await ada.page.bringToFront();
  await ada.reload();
}

interface Changes {
  feature?: object;
  language?: string;
  theme?: object;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import type { Page } from 'playwright-core';

import type { ParkingLab } from '../../tests/support/parking-lab';
import { CALM_MS, shoot } from './camera';
import { letTimePass, type parkedBefore } from './story';

/** One half of the first picture. */
const HALF = { width: 1280, height: 700 };

export async function emptyList({ ada, parking }: ParkingLab): Promise<void> {
  await parking.openList();
  await ada.page.getByText('Nothing is parked').waitFor();
  await shoot(ada.page, 'list-empty');
  await parking.openTasks();
}

export async function parkStory(lab: ParkingLab, story: (typeof parkedBefore)[number]): Promise<void> {
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
export async function parkGrace(lab: ParkingLab): Promise<void> {
  const { ada, parking, phones } = lab;
  const { page } = ada;
  const header = page.locator('.Twilio-TaskCanvasHeader');
  await phones.write('Grace', 'Hello, my parcel has not arrived');
  await ada.accept('Grace');
  await ada.canvas().getByText('Hello, my parcel has not arrived').waitFor();
  await ada.send('I’ll ask the carrier and get back to you.');
  await phones.messages('Grace').getByText('I’ll ask the carrier').waitFor();
  await parking.dismissNotifications();
  await shoot(header, 'button-ready');
  await page.getByRole('button', { name: 'Park until…' }).click();
  await shoot(page, 'until');
  await page.keyboard.press('Escape');
  await hero(lab);
  await page.bringToFront();

  await parking.parkButton().click();
  await say(page, { reason: 'Carrier', note: 'The carrier is looking for parcel 1234 and calls back by three.' });
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

/** The customers' phones and the agent's desktop side by side. */
async function hero({ ada, browser, phones }: ParkingLab): Promise<void> {
  const sizes = [phones.page, ada.page].map((page) => page.viewportSize());
  const pictures: string[] = [];
  for (const page of [phones.page, ada.page]) {
    await page.bringToFront();
    await page.setViewportSize(HALF);
    await new Promise((resolve) => setTimeout(resolve, CALM_MS));
    pictures.push((await page.screenshot()).toString('base64'));
  }
  const page = await browser.newPage({ width: 2 * HALF.width + 72, height: HALF.height + 48 });
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #e1e3ea; }
    img { border-radius: 8px; box-shadow: 0 2px 10px #0003; }
  </style>${pictures.map((png) => `<img src="data:image/png;base64,${png}">`).join('')}`);
  await shoot(page, 'desktop-and-customers');
  await page.close();
  for (const [index, { page: shown }] of [phones, ada].entries()) {
    const size = sizes[index];
    if (size) await shown.setViewportSize(size);
  }
}

export async function list({ ada, parking }: ParkingLab): Promise<void> {
  await parking.openList();
  await parking.row('Grace').waitFor();
  await parking.dismissNotifications();
  await ada.page.mouse.move(640, 700);
  await shoot(ada.page, 'list');
}

export async function preview({ ada }: ParkingLab): Promise<void> {
  const { page } = ada;
  await page.getByRole('button', { name: 'Preview the conversation with Grace' }).click();
  await page.getByRole('dialog').getByText('Hello, my parcel').waitFor();
  await shoot(page, 'preview');
  await page.keyboard.press('Escape');
}

export async function card(lab: ParkingLab): Promise<void> {
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

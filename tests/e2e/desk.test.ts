/** @jest-environment node */
import type { Page } from 'playwright-core';

import { violations } from '../support/axe';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages, type ParkingPages } from '../support/parking-pages';

jest.setTimeout(120_000);

const FEATURE = { enabled: true, show_list: true, ask_for_note: true, note_reasons: ['Carrier', 'Back office'] };

/** Runs in the page: nothing covers it or cuts it off. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}

describe('the agent’s desk', () => {
  let lab: ParkingLab;
  let ada: FlexDesktop;
  let page: Page;
  let parking: ParkingPages;
  let sofia: Page;
  const dialog = () => page.getByRole('dialog');
  const card = () => page.getByRole('complementary', { name: 'Parking note' });

  beforeAll(async () => {
    lab = await startParkingLab(FEATURE);
    ({ ada, parking } = lab);
    page = ada.page;
    await page.setViewportSize({ width: 1280, height: 720 });
    await lab.phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
    await ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
    await ada.canvas().getByText('I ask the carrier').waitFor();
    await parking.dismissNotifications();
  }, 180_000);
  afterAll(() => lab?.close());

  it('asks for a reason and a note, all by keyboard', async () => {
    await parking.parkButton().focus();
    await page.keyboard.press('Enter');
    await dialog().locator('select:focus').waitFor(); // the first field: C chooses Carrier
    await page.keyboard.press('c');
    await page.keyboard.press('Tab');
    await page.keyboard.type('They call back at three');
    expect(await violations(page, '[aria-labelledby="park-interaction-dialog-title"]')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await parking.notification('Grace is parked').waitFor();
    await ada.task('Grace').waitFor({ state: 'detached' });
  });

  it('undoes the parking from the notification: the task is back, accepted and on screen', async () => {
    await parking.notification('Grace is parked').getByRole('button', { name: 'Undo' }).click();
    await ada.canvas().getByText('I ask the carrier').waitFor();
    await ada.messageInput().waitFor();
  });

  it('shows the next agent who parked, when, why and how often', async () => {
    await card().waitFor();
    const said = await card().innerText();
    expect(said).toMatch(/Ada Okafor parked this conversation (now|\d+ )/);
    expect(said).toContain('Parked once so far.');
    expect(said).toContain('Reason: Carrier');
    expect(said).toContain('Note: They call back at three');
    expect(await violations(page, 'aside[aria-label="Parking note"]')).toEqual([]);
  });

  it('warns when the customer spoke last, and does nothing when the agent cancels', async () => {
    await lab.phones.write('Grace', 'And my refund?');
    await ada.canvas().getByText('And my refund?').waitFor();
    await pressPark();
    await dialog().getByText('The customer spoke last').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await parking.parkButton().isEnabled()).toBe(true);
    await ada.send('Comes with it');
    await lab.phones.messages('Grace').getByText('Comes with it').waitFor();
    await parkWithoutWords('Grace');
  });

  it('lists the conversation without a fault that axe-core knows', async () => {
    await parking.openList();
    await parking.row('Grace').waitFor();
    await parking.dismissNotifications();
    expect(await violations(page, 'section[aria-labelledby="park-interaction-list-title"]')).toEqual([]);
  });

  it('previews it without unparking it, and gives the focus back', async () => {
    const preview = page.getByRole('button', { name: 'Preview the conversation with Grace' });
    await preview.focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('Comes with it').waitFor();
    expect(await violations(page, '[aria-labelledby="park-interaction-preview-title"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await preview.evaluate((element) => element === document.activeElement)).toBe(true);
    await parking.row('Grace').waitFor();
  });

  it.each([
    ['1280×720', { width: 1280, height: 720 }],
    ['1280×720 at 200 %', { width: 640, height: 360 }],
  ])('can be worked with at %s', async (_, size) => {
    await page.setViewportSize(size);
    const unpark = page.getByRole('button', { name: 'Unpark Grace' });
    await unpark.scrollIntoViewIfNeeded();
    const box = await unpark.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(true);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('is as readable in Flex’s dark theme', async () => {
    await inTheme({ isLight: false }, ada);
    await parking.openList();
    await parking.row('Grace').waitFor();
    expect(await violations(page, 'section[aria-labelledby="park-interaction-list-title"]')).toEqual([]);
    await page.getByRole('button', { name: 'Preview the conversation with Grace' }).click();
    await dialog().getByText('Comes with it').waitFor();
    expect(await violations(page, '[aria-labelledby="park-interaction-preview-title"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await inTheme({ isLight: true }, ada);
    await parking.openList();
    await parking.row('Grace').waitFor();
  });

  it('tells the agent that the customer is back and that the conversation is with them', async () => {
    await lab.phones.write('Grace', 'Thank you');
    await parking.row('Grace').waitFor({ state: 'detached' });
    await parking.notification('Grace is back. The conversation is in your task list').waitFor();
    await parking.openTasks();
    await ada.accept('Grace');
    await ada.canvas().getByText('Thank you').waitFor();
    await ada.send('You are welcome');
    await lab.phones.messages('Grace').getByText('You are welcome').waitFor();
    await parkWithoutWords('Grace');
  });

  it('shows supervisors everyone’s, and lets them give one back to its agent', async () => {
    const desktop = flexDesktop(await lab.browser.newPage({ width: 1280, height: 720 }), url('sofia'));
    sofia = desktop.page;
    await desktop.open();
    await parkingPages(sofia).openList();
    await sofia.getByRole('button', { name: 'Everyone’s' }).click();
    await sofia.getByRole('row').filter({ hasText: 'Grace' }).getByRole('cell', { name: 'Ada Okafor' }).waitFor();
    expect(await violations(sofia, 'section[aria-labelledby="park-interaction-list-title"]')).toEqual([]);
    await inTheme({ isLight: false }, desktop);
    await parkingPages(sofia).openList();
    await sofia.getByRole('button', { name: 'Everyone’s' }).click();
    await sofia.getByRole('button', { name: 'Unpark Grace' }).click();
    expect(await violations(sofia, 'section[aria-labelledby="park-interaction-list-title"]')).toEqual([]);
    expect(await violations(sofia, '[role="menu"][aria-label="Unpark Grace"]')).toEqual([]);
    for (const choice of await sofia.getByRole('menuitem').all()) expect(await choice.evaluate(isOnTop)).toBe(true);
    await sofia.getByRole('menuitem', { name: /who parked it/ }).click();
    await parkingPages(sofia).notification('Grace is unparked').waitFor();
    await sofia.getByText('Nobody has parked a conversation.').waitFor();
    await page.bringToFront();
    await ada.accept('Grace');
    await ada.messageInput().waitFor();
  });

  it('shows the card and the dialog as readable in the dark theme', async () => {
    await inTheme({ isLight: false }, ada);
    await card().waitFor();
    expect(await violations(page, 'aside[aria-label="Parking note"]')).toEqual([]);
    await pressPark();
    expect(await violations(page, '[aria-labelledby="park-interaction-dialog-title"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await inTheme({ isLight: true }, ada);
    await ada.messageInput().waitFor();
  });

  it('never shows an agent anything of others', async () => {
    await parking.openList();
    expect(await page.getByRole('button', { name: 'Everyone’s' }).count()).toBe(0);
    await parking.openTasks();
  });

  it('tells the agent when the conversation goes to somebody else', async () => {
    await parkWithoutWords('Grace');
    await ada.setActivity('Break');
    await page.getByRole('button', { name: /Currently Break/ }).waitFor();
    await lab.phones.write('Grace', 'One more thing');
    await parking.notification(/Grace is no longer parked\. .*is being routed/).waitFor();
    expect(await ada.task('Grace').count()).toBe(0);
  });

  it('has thrown nothing, asked nothing that was not served, and nothing of another machine', () => {
    expect(lab.local.unknownRequests()).toEqual([]);
    lab.browser.assertNoTroubles();
  });

  const url = (user: string) => lab.local.urls.desktops[user] ?? '';

  async function inTheme(theme: { isLight: boolean }, desktop: FlexDesktop): Promise<void> {
    const { flex } = lab.local.world;
    flex.setConfiguration({ ui_attributes: { ...flex.configuration().ui_attributes, theme } });
    await desktop.reload();
  }

  async function pressPark(): Promise<void> {
    await parking.dismissNotifications();
    await parking.parkButton().click();
  }

  async function parkWithoutWords(name: string): Promise<void> {
    await pressPark();
    await dialog().getByRole('button', { name: /^Park/ }).click();
    await parking.notification(`${name} is parked`).waitFor();
    await ada.task(name).waitFor({ state: 'detached' });
  }
});

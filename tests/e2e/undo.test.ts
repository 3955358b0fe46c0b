/** @jest-environment node */
import type { Locator } from 'playwright-core';

import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

/** The bar that says what was parked, over the conversation that the agent turns to. */
describe('the Undo after parking', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    for (const customer of ['Grace', 'Wanda']) await serve(customer);
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('stays while no conversation is on screen, and brings the parked one back', async () => {
    const { ada, parking } = lab;
    await parking.park();
    await parking.notification('Wanda is parked').waitFor();
    await ada.task('Wanda').waitFor({ state: 'detached' });
    await parking.notification('Wanda is parked').getByRole('button', { name: 'Undo' }).click();
    await ada.task('Wanda').waitFor();
    await ada.canvas().getByText('Hello from Wanda').waitFor();
  });

  it('does not cover the name and the buttons of the conversation that is selected next', async () => {
    const { ada, parking } = lab;
    await parking.park();
    await parking.notification('Wanda is parked').waitFor();
    await ada.task('Wanda').waitFor({ state: 'detached' });
    await ada.selectTask('Grace');
    await ada.canvas().getByText('Hello from Grace').waitFor();
    const header = ada.page.locator('.Twilio-TaskCanvasHeader');
    expect(await isOnTop(parking.parkButton())).toBe(true);
    expect(await isOnTop(header.getByRole('button', { name: /^end/i }))).toBe(true);
    expect(await isOnTop(header.getByText('Grace', { exact: true }).first())).toBe(true);
    lab.browser.assertNoTroubles();
  });

  /** Whether a click in its middle would hit it. */
  async function isOnTop(element: Locator): Promise<boolean> {
    return element.evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit !== null && node.contains(hit);
    });
  }

  async function serve(customer: string): Promise<void> {
    const { ada, phones } = lab;
    await phones.write(customer, `Hello from ${customer}`);
    await ada.page.bringToFront();
    await ada.accept(customer);
    await ada.canvas().getByText(`Hello from ${customer}`).waitFor();
    await ada.send(`Hi ${customer}`);
    await phones.messages(customer).getByText(`Hi ${customer}`).waitFor();
    await ada.page.bringToFront();
  }
});

/** @jest-environment node */
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

/** A conversation that has come back is parked again, in the real Flex. */
describe('parking again', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({
      enabled: true,
      show_list: true,
      ask_for_note: true,
      note_reasons: ['Waiting for the carrier'],
      park_until_presets: ['in 1 minute', 'in 2 hours'],
    });
    await lab.phones.write('Grace', 'Where is my parcel?');
    await lab.ada.accept('Grace');
    await answer('I am asking the carrier');
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('what comes due while nobody is logged in comes back soon after the first login', async () => {
    const { ada, local, parking } = lab;
    await parking.parkUntil(/In 1 minute/);
    const dialog = ada.page.getByRole('dialog');
    await dialog.getByLabel('Reason (optional)').selectOption('Waiting for the carrier');
    await dialog.getByLabel('Note for the next agent (optional)').fill('Parcel 4711');
    await dialog.getByRole('button', { name: 'Park' }).click();
    await parking.notification(/Grace is parked until/).waitFor();
    await ada.page.goto('about:blank');
    await local.settled();
    // The Functions have a clock of their own, which nobody can turn.
    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS));
    await ada.open();
    await ada.page.bringToFront();
    await ada.task('Grace').waitFor({ timeout: MINUTE_MS });
  });

  it('takes one click, and keeps the reason, the note and the distance of the time', async () => {
    const { ada, parking, phones } = lab;
    await ada.accept('Grace');
    const card = ada.page.getByRole('complementary', { name: 'Parking note' });
    await card.getByText('Note: Parcel 4711').waitFor();
    await phones.write('Grace', 'Thanks');
    await answer('You are welcome');
    await parking.dismissNotifications();
    await card.getByRole('button', { name: 'Park again' }).click();
    await parking.notification(/Grace is parked until .* or when the customer writes/).waitFor();
    await parking.openList();
    const row = parking.row('Grace');
    await row.getByText('Waiting for the carrier').waitFor();
    await row.getByText('Parcel 4711').waitFor();
    await row
      .locator('time')
      .filter({ hasText: /^\d+:\d\d/ })
      .waitFor();
  });

  it('the badge of the side link warns when a reply waits, with the same number', async () => {
    const { ada, parking, phones } = lab;
    await ada.page.getByRole('link', { name: 'Parked Interactions: 1', exact: true }).waitFor();
    const badge = parking.sideLink().locator('.Twilio-Badge-InnerCircle');
    const colour = () => badge.evaluate((circle) => getComputedStyle(circle).backgroundColor);
    const calm = await colour();
    await parking.unpark('Grace');
    await ada.page.getByRole('complementary', { name: 'Parking note' }).waitFor();
    await parking.parkUntil(/In 2 hours/, 'wait');
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Park' }).click();
    await phones.write('Grace', 'No hurry');
    await ada.page.bringToFront();
    await ada.page.getByRole('link', { name: 'Parked Interactions: 1, 1 has an unread reply' }).waitFor();
    expect(await badge.innerText()).toBe('1');
    expect(await colour()).not.toBe(calm);
    lab.browser.assertNoTroubles();
  });

  async function answer(words: string): Promise<void> {
    await lab.ada.page.bringToFront();
    await lab.ada.send(words);
    await lab.ada.canvas().getByText(words).last().waitFor();
  }
});

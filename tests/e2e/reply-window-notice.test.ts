/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const WANDA = { name: 'Wanda', channel: 'whatsapp', address: '+15550002222' } as const satisfies CustomerAddress & {
  name: string;
};

/** The agent is told before they can no longer answer freely, in the real Flex. */
describe('before the reply window closes', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    // A notice as long as the window: it is closing as soon as it is open.
    lab = await startParkingLab({ enabled: true, show_list: true, reply_window_notice_minutes: 1440 });
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('a notice names the customer, and is not said again after a reload', async () => {
    const { ada, parking, phones } = lab;
    await phones.write('Wanda', 'Is it ready?');
    await ada.page.bringToFront();
    await ada.accept('Wanda');
    await ada.send('Not yet');
    await ada.canvas().getByText('Not yet').last().waitFor();
    await parking.park();
    await notice().waitFor({ timeout: MINUTE_MS });
    await parking.dismissNotifications();
    await ada.reload();
    await ada.page.getByRole('link', { name: 'Parked Interactions: 1', exact: true }).waitFor();
    const told = await ada.page.evaluate(() => window.localStorage.getItem('park-interaction.told-windows'));
    expect(told).toContain(lab.conversation(WANDA).sid);
  });

  it('its button brings the conversation to the agent', async () => {
    const { ada, parking, phones } = lab;
    // What the customer writes opens another window.
    await phones.write('Wanda', 'And now?');
    await ada.page.bringToFront();
    await ada.accept('Wanda');
    await ada.send('Still not');
    await ada.canvas().getByText('Still not').last().waitFor();
    await parking.park();
    await notice().waitFor({ timeout: MINUTE_MS });
    await notice().getByRole('button', { name: 'Unpark' }).click();
    await ada.task('Wanda').waitFor();
    await ada.canvas().getByText('Still not').last().waitFor();
    await notice().waitFor({ state: 'detached' });
    lab.browser.assertNoTroubles();
  });

  function notice() {
    return lab.parking.notification(/The reply window of Wanda closes in \d+ hr \d+ min/);
  }
});

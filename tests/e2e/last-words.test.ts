/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { holdFrames, SENT_MESSAGES, type HeldFrames } from '../support/held-frames';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const LONGER_THAN_A_PARK_MS = 3_000;

/** “I will ask, and come back to you”, Enter, Park: on a slow network the message is still on its way. */
describe('a message that the agent sends and parks at once', () => {
  let lab: ParkingLab;
  let sent: HeldFrames;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    const { ada, phones } = lab;
    sent = await holdFrames(ada.page, SENT_MESSAGES);
    await ada.reload();
    await phones.write('Grace', 'Where is my parcel?');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('reaches the customer before the agent leaves the conversation', async () => {
    const { ada, parking, phones } = lab;
    sent.hold();
    await ada.send('I will ask the carrier');
    await parking.park();
    await ada.page.getByRole('button', { name: 'Parking…' }).waitFor();
    await ada.page.waitForTimeout(LONGER_THAN_A_PARK_MS);
    expect(sent.tell()).toBe(1);
    await parking.notification('Grace is parked').waitFor();
    await phones.messages('Grace').getByText('I will ask the carrier').waitFor();
  });

  it('keeps the task, and says so, while Twilio does not take it', async () => {
    const { ada, parking, phones } = lab;
    lab.local.world.customers.write({ ...GRACE, body: 'Any news?' });
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('Any news?').waitFor();
    sent.hold();
    await ada.send('Not yet');
    await parking.park();
    await parking.notification(/Grace was not parked.*last message has not been sent/).waitFor({ timeout: 30_000 });
    expect(sent.tell()).toBeGreaterThan(0);
    await phones.messages('Grace').getByText('Not yet').waitFor();
    await parking.park();
    await parking.notification('Grace is parked').waitFor();
    lab.browser.assertNoTroubles();
  });
});

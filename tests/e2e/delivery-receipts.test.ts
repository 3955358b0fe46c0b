/** @jest-environment node */
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

const MINUTE_MS = 60_000;
jest.setTimeout(MINUTE_MS);

/** What becomes of an agent's message to a phone, in the real Flex UI. */
describe('an agent who writes to a phone', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let phones: CustomersPage;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
    await phones.open();
    await ada.open();
    await ada.setActivity('Available');
    await phones.write('Sam', 'Where is my parcel?');
    await ada.page.bringToFront();
    await ada.accept('Sam');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  const reach = (how: string) => phones.phone('Sam').getByLabel('Messages to Sam').selectOption({ label: how });
  const failures = (text: string | RegExp = /^Message (failed|undelivered)$/) => ada.canvas().getByText(text);
  const status = () => local.world.conversations.list()[0]?.messages.at(-1)?.receipts[0]?.status;

  it('sees nothing but their message when it arrives', async () => {
    await ada.send('It is on its way');
    await phones.messages('Sam').getByText('It is on its way').waitFor();
    await ada.canvas().getByText('It is on its way').waitFor();
    await expectSoon(status, 'delivered');
    expect(await failures().count()).toBe(0);
  });

  it('sees in the message that it was not delivered to a phone that is off', async () => {
    await reach('Phone off');
    await ada.send('It is at your door');
    await failures('Message undelivered').waitFor();
    expect(await failures().count()).toBe(1);
    expect(await phones.messages('Sam').getByText('It is at your door').count()).toBe(0);
  });

  it('sees that a message was refused', async () => {
    await reach('Refuses');
    await ada.send('Please ring');
    await failures('Message failed').waitFor();
  });
});

async function expectSoon<T>(read: () => T, wanted: T): Promise<void> {
  for (let tries = 0; tries < 100 && read() !== wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(read()).toEqual(wanted);
}

/** @jest-environment node */
import { join } from 'node:path';

import { openAccount } from '../../deploy/account/account';
import { deploy } from '../../deploy/deploy';
import { readProduct } from '../../deploy/product';
import { redirectTwilio } from '../../local-twilio/src/hosts/functions/redirect';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { parkingPages, type ParkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const SETTINGS = {
  ui_attributes: { custom_data: { features: { park_interaction: { enabled: true, show_list: true } } } },
};

/** The account is empty: what is seen here came with `npm run deploy`. */
describe('parking after npm run deploy', () => {
  let local: LocalTwilio;
  let restoreHttps: () => void;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let phones: CustomersPage;
  let parking: ParkingPages;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0, availableOnLogin: true, env: { PARKING_LOG: 'silent' } });
    restoreHttps = redirectTwilio(Number(new URL(local.url).port), { functions: true });
    const outcome = await deploy({
      account: openAccount({ accountSid: ids.account, authToken: ids.authToken }),
      wanted: {
        env: 'staging',
        product: readProduct(join(__dirname, '../..')),
        settings: SETTINGS,
        release: true,
        eventCallback: true,
      },
      flexSyncSid: undefined,
      dryRun: false,
      terminal: { print: () => undefined, confirm: async () => true },
      confirmTakeOver: async () => true,
    });
    expect(outcome).toMatchObject({ exitCode: 0 });
    await local.settled();
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    phones = customersPage(await browser.newPage(), local.urls.customers);
    parking = parkingPages(ada.page);
    await phones.open();
    await ada.open();
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    restoreHttps?.();
    await local?.close();
  });

  it('parks with the deployed plugin and Functions, lists it, and the customer’s reply brings it back', async () => {
    await phones.write('Grace', 'Where is my parcel?');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
    await ada.send('I ask the carrier');
    await phones.messages('Grace').getByText('I ask the carrier').waitFor();
    await parking.park();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.row('Grace').waitFor();
    const [domain = ''] = local.world.serverless.liveDomains();
    const { webhooks } = local.world.customers.current({ channel: 'web', address: 'grace' }) ?? {};
    expect([...(webhooks?.values() ?? [])].map(({ url }) => new URL(url ?? '').host)).toEqual([domain]);

    await phones.write('Grace', 'Any news?');
    await parking.openTasks();
    await ada.accept('Grace');
    await ada.canvas().getByText('Any news?').waitFor();
    await local.settled();
    expect(local.unknownRequests()).toEqual([]);
  });
});

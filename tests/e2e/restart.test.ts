/** @jest-environment node */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

jest.setTimeout(120_000);

describe('a restart of the local Twilio with a state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-twilio-restart-'));
  const stateFile = join(folder, 'state.json');
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let phones: CustomersPage;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0, stateFile });
    browser = await launchBrowser();
    phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    await phones.open();
    await ada.open();
    await ada.setActivity('Available');
    await phones.write('Grace', 'Hello before the restart');
    await ada.accept('Grace');
    await ada.canvas().getByText('Hello before the restart').waitFor();

    const port = Number(new URL(local.url).port);
    await local.close();
    local = await startLocalTwilio({ port, stateFile });
    // Before any page is connected again.
    local.world.customers.write({ channel: 'web', address: 'grace', name: 'Grace', body: 'Is anybody there?' });
  });
  afterAll(async () => {
    await browser.close();
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is mended by open pages themselves: customer and agent go on writing', async () => {
    await ada.canvas().getByText('Is anybody there?').waitFor({ timeout: 60_000 });
    await phones.write('Grace', 'Hello after the restart');
    await ada.canvas().getByText('Hello after the restart').waitFor({ timeout: 60_000 });
    await ada.send('I am still here');
    await phones.phone('Grace').getByText('I am still here').waitFor({ timeout: 60_000 });
  });

  it('leaves the agent as they were, and new work reaches them', async () => {
    expect(await ada.activity()).toContain('Available');
    await phones.write('Sam', 'New work');
    await ada.accept('Sam');
    await ada.canvas().getByText('New work').waitFor({ timeout: 60_000 });
  });

  it('shows a page that is opened afterwards the same', async () => {
    await ada.reload();
    await ada.task('Grace').waitFor();
    await ada.selectTask('Grace');
    await ada.canvas().getByText('I am still here').waitFor();
    browser.assertNoTroubles();
  });
});

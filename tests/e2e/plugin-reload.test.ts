/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { flexDesktop } from '../support/flex-desktop';

jest.setTimeout(60_000);

describe('a plugin that is built anew while a desktop is open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-reload-'));
  const plugin = join(folder, 'small-plugin.js');
  const build = (word: string) =>
    writeFileSync(
      plugin,
      `Twilio.Flex.Plugins.init(class { name = 'Small'; init() { document.body.dataset.built = '${word}'; } });`,
    );
  let local: LocalTwilio;
  let browser: TestBrowser;

  beforeAll(async () => {
    build('once');
    local = await startLocalTwilio({ port: 0, plugins: [plugin], watch: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is in that desktop by itself', async () => {
    const page = await browser.newPage();
    await flexDesktop(page, local.urls.desktops['ada'] ?? '').open();
    await page.locator('body[data-built="once"]').waitFor();
    build('twice');
    await page.locator('body[data-built="twice"]').waitFor({ timeout: 30_000 });
    await page.locator('html[data-flex="ready"]').waitFor({ timeout: 30_000 });
    browser.assertNoTroubles();
  });
});

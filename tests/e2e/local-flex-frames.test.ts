/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

jest.setTimeout(120_000);

const DOMAIN = 'https://functions-local.twil.io';

/**
 * The template's enhanced-crm-container shows one of its own assets in a frame, and Flex runs on another origin than
 * they do (github.com/twilio-professional-services/flex-project-template): here, neither may leave this machine.
 */
describe('what a plugin opens of its own Functions (flex-project-template, enhanced-crm-container)', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  const folder = mkdtempSync(join(tmpdir(), 'frames-'));

  beforeAll(async () => {
    mkdirSync(join(folder, 'functions'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/crm.html'), '<!doctype html><title>CRM</title><p>Orders of Grace</p>');
    writeFileSync(join(folder, 'assets/count.js'), 'postMessage(6 * 7);');
    local = await startLocalTwilio({ port: 0, functionsFolder: join(folder, 'functions'), functionsPort: 0 });
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    await ada.open();
  });
  afterAll(async () => {
    await browser?.close();
    await local?.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['property', 'attribute'])('is shown in a frame whose address is set as %s', async (how) => {
    await ada.page.evaluate(
      ([address = '', way]) => {
        const frame = document.createElement('iframe');
        frame.title = way ?? '';
        if (way === 'property') frame.src = address;
        else frame.setAttribute('src', address);
        document.body.append(frame);
      },
      [`${DOMAIN}/crm.html`, how],
    );
    await ada.page.frameLocator(`iframe[title="${how}"]`).getByText('Orders of Grace').waitFor();
    browser.assertNoTroubles();
  });

  it('runs as a worker', async () => {
    const answer = await ada.page.evaluate(
      (address) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(address);
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = () => reject(new Error('The worker did not run'));
        }),
      `${DOMAIN}/count.js`,
    );
    expect(answer).toBe(42);
    browser.assertNoTroubles();
  });
});

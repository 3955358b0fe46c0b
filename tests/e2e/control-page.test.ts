/** @jest-environment node */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import twilio from 'twilio';
import { join } from 'node:path';
import { redirectTwilio } from '../../local-twilio/src/hosts/functions/redirect';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { launchBrowser, type TestBrowser } from '../support/browser';

jest.setTimeout(60_000);

const TALKATIVE = join(__dirname, '../integration/local-twilio/fixtures/reckless/functions');
const FUNCTIONS = join(__dirname, '../integration/local-twilio/fixtures/functions');
const DOMAIN = 'echo.twil.io';
const wanda = { channel: 'whatsapp', address: '+15550002222', name: 'Wanda' } as const;

describe('the control page', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let restoreHttps: () => void;
  let page: Page;

  beforeAll(async () => {
    local = await startLocalTwilio({
      port: 0,
      functionsPort: 0,
      functionsFolder: FUNCTIONS,
      functionsDomain: DOMAIN,
      moreFunctions: [{ folder: TALKATIVE, domainName: 'talk.twil.io' }],
    });
    restoreHttps = redirectTwilio(Number(new URL(local.url).port));
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(local.url);
    await page.getByRole('link', { name: 'What goes on inside' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
  });
  afterEach(() => browser.assertNoTroubles());
  afterAll(async () => {
    await browser.close();
    restoreHttps();
    await local.close();
  });

  const open = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
  const row = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
  const details = () => page.getByRole('complementary', { name: 'Details' });
  /** The official SDK, which this process leads to the local Twilio. */
  const sdk = () => twilio(ids.account, ids.authToken);

  it('changes an agent’s activity', async () => {
    await page.getByLabel('Activity of Ada Okafor').selectOption('Available');
    await row('Ada Okafor').getByText('takes work').waitFor();
  });

  it('shows tasks, reservations and conversations as they come', async () => {
    await open('Tasks');
    await page.getByText('No tasks.').waitFor();
    local.world.customers.write({ ...wanda, body: 'Hello' });
    await row('Wanda').getByText('Ada Okafor').waitFor();

    await open('Conversations');
    await row('Wanda').getByText('Hello').waitFor();
    local.world.customers.write({ ...wanda, body: 'Is anybody there?' });
    await row('Wanda').getByText('Is anybody there?').waitFor();
  });

  it('shows a webhook with its signature and what it was answered', async () => {
    const { sid } = local.world.customers.current(wanda) ?? { sid: '' };
    local.world.conversations.addWebhook(sid, {
      target: 'webhook',
      url: `https://${DOMAIN}/echo?park=7`,
      filters: ['onMessageAdded'],
    });
    local.world.customers.write({ ...wanda, body: 'Echo this' });
    await open('Webhooks');
    await row('onMessageAdded').getByText('200').waitFor();
    await row('onMessageAdded').getByRole('button').click();

    const [record] = local.world.deliveries();
    await details()
      .getByText(record?.delivery.headers['x-twilio-signature'] ?? 'none')
      .waitFor();
    await details().getByRole('region', { name: 'Answer' }).getByText('Echo this').waitFor();
  });

  it('shows a conversation’s webhooks, and follows it while it is open', async () => {
    await open('Conversations');
    await row('Wanda').getByRole('button').click();
    await details().getByRole('region', { name: 'Webhooks' }).getByText('/echo?park=7').waitFor();
    local.world.customers.write({ ...wanda, body: 'One more' });
    await details().getByRole('region', { name: 'Messages' }).getByText('One more').waitFor();
  });

  it('shows Sync objects', async () => {
    await open('Sync');
    await sdk()
      .sync.v1.services(ids.syncService)
      .documents.create({ uniqueName: 'Greeting', data: { text: 'Good day' } });
    await row('Greeting').getByRole('button').click();
    await details().getByText('Good day').waitFor();
  });

  it('makes the next calls of one operation fail, and shows each with its time', async () => {
    await open('Faults');
    await page.getByLabel('Operation').selectOption({ label: 'FetchDocument' });
    await page.getByRole('spinbutton', { name: 'Times' }).fill('1');
    await page.getByLabel('Answer').selectOption('503');
    await page.getByRole('button', { name: 'Inject' }).click();
    await row('FetchDocument').waitFor();

    const greeting = sdk().sync.v1.services(ids.syncService).documents('Greeting');
    await expect(greeting.fetch()).rejects.toMatchObject({ status: 503 });
    await page.getByText('None: every call works.').waitFor();
    await expect(greeting.fetch()).resolves.toMatchObject({ uniqueName: 'Greeting' });

    await open('REST calls');
    await row('FetchDocument').filter({ hasText: '503' }).getByText(/ ms$/).waitFor();
    await row('FetchDocument').filter({ hasText: '200' }).getByRole('button').click();
    await details().getByText('Good day').waitFor();
  });

  it('plans what goes wrong with the next webhooks: lost, late, twice, out of order', async () => {
    await open('Webhook faults');
    const url = `https://${DOMAIN}/echo`;
    await page.getByLabel('Event').fill('onMessageAdded');
    await page.getByLabel('Sent by').selectOption('Conversations');
    await page.getByLabel('What happens').selectOption('comes twice');
    await page.getByLabel('Address begins with').fill(url);
    await page.getByRole('button', { name: 'Plan' }).click();
    await row('onMessageAdded').getByText('comes twice').waitFor();
    await page.getByLabel('What happens').selectOption('comes late');
    await page.getByLabel('Late by, ms').fill('60000');
    await page.getByRole('button', { name: 'Plan' }).click();
    await row('60000 ms').getByText('comes late').waitFor();
    expect(local.world.webhookFaults.list()).toEqual([
      { mishap: 'twice', eventType: 'onMessageAdded', kind: 'conversations', url, times: 1 },
      { mishap: 'late', eventType: 'onMessageAdded', kind: 'conversations', url, times: 1, delayMs: 60_000 },
    ]);

    const { sid } = local.world.conversations.create({});
    local.world.conversations.addWebhook(sid, { target: 'webhook', url, filters: ['onMessageAdded'] });
    local.world.conversations.addMessage(sid, { body: 'Once', source: 'SDK' });
    await row('comes twice').waitFor({ state: 'detached' });
    await local.world.settled();
    expect(local.world.deliveries().filter(({ delivery }) => delivery.url === url)).toHaveLength(2);
    await page.getByRole('button', { name: 'Clear all faults of webhooks' }).click();
    await page.getByText('None: every webhook arrives once').waitFor();
  });

  it('moves the clock', async () => {
    const before = local.world.clock.nowMs();
    await page.getByLabel('Move the clock by').fill('3');
    await page.getByLabel('Unit of time').selectOption('days');
    await page.getByRole('button', { name: 'Move clock' }).click();
    const day = new Date(before + 3 * 86_400_000).toLocaleDateString('en-US', { dateStyle: 'medium' });
    await page.locator('time').filter({ hasText: day }).waitFor();
    expect(local.world.clock.nowMs()).toBeGreaterThanOrEqual(before + 3 * 86_400_000);
  });

  it('can be used by everybody: axe finds nothing wrong in any section', async () => {
    for (const name of [
      'Agents',
      'Tasks',
      'Conversations',
      'Sync',
      'Webhooks',
      'REST calls',
      'Faults',
      'Webhook faults',
    ]) {
      await open(name);
      // The section before stands until this one is drawn.
      await page.locator('nav [aria-current="page"]').filter({ hasText: name }).waitFor();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      const buttons = page.locator('button.open');
      if ((await buttons.count()) > 0) {
        await buttons.first().click();
        await details().getByRole('heading', { level: 3 }).first().waitFor();
      }
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe: run } = window as unknown as { axe: typeof axe };
        const found = await run.run(document);
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect({ name, violations }).toEqual({ name, violations: [] });
    }
  });

  it('shows what Functions write, the newest first, and which lines are errors', async () => {
    await open('Function logs');
    await page.getByText('No Function has written anything yet.').waitFor();
    local.world.customers.write({ ...wanda, body: 'Are you there?' });
    const { sid } = local.world.customers.current(wanda) ?? { sid: '' };
    local.world.conversations.addWebhook(sid, {
      target: 'webhook',
      url: 'https://talk.twil.io/talk?say=Anna',
      filters: ['onMessageAdded'],
    });
    local.world.customers.write({ ...wanda, body: 'Talk to me' });
    await row('and later').getByText('/talk').waitFor();
    await row('Anna in trouble').getByText('error', { exact: true }).waitFor();
    const texts = await page.getByRole('row').allInnerTexts();
    const at = (text: string) => texts.findIndex((one) => one.trim().endsWith(text));
    expect(at('and later')).toBeGreaterThan(0);
    expect(at('and later')).toBeLessThan(at('Anna'));
    if (process.env['SHOTS']) await page.screenshot({ path: join(process.env['SHOTS'], 'function-logs.png') });
  });

  it('goes back to the seed, after asking', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Reset' }).click();
    await open('Conversations');
    await page.getByText('No conversations.').waitFor();
    expect(local.world.conversations.list()).toHaveLength(0);
  });

  it('mends its line after it broke', async () => {
    local.dropConnections();
    await page.getByText('Reconnecting …').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    local.world.customers.write({ ...wanda, body: 'Back again' });
    await row('Wanda').getByText('Back again').waitFor();
  });
});

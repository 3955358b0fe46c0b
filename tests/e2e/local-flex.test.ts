/** @jest-environment node */
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

const MINUTE_MS = 60_000;
jest.setTimeout(MINUTE_MS);

/** The real Flex UI, without our plugin, on the local Twilio. */
describe('the real Flex UI on the local Twilio', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let ben: FlexDesktop;
  let phones: CustomersPage;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    ben = flexDesktop(await browser.newPage(), local.urls.desktops['ben'] ?? '');
    phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
    await phones.open();
    await ada.open();
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  it('logs each agent in on a desktop of their own, offline at first', async () => {
    await ben.open();
    expect(await ada.activity()).toContain('Offline');
    expect(await ben.activity()).toContain('Offline');
    await ada.setActivity('Available');
    await expectText(ada, 'Available');
    expect(await ben.activity()).toContain('Offline');
  });

  it('offers a web chat to the available agent and shows its history after accepting', async () => {
    await phones.write('Grace', 'My order 1234 has not arrived');
    await phones.write('Grace', 'It was due on Monday');
    await ada.accept('Grace');
    await ada.canvas().getByText('My order 1234 has not arrived').waitFor();
    await ada.canvas().getByText('It was due on Monday').waitFor();
    await phones.status('Grace').getByText('With Ada Okafor').waitFor();
  });

  it('carries messages both ways while both look on', async () => {
    await ada.send('I am looking into it');
    await phones.messages('Grace').getByText('I am looking into it').waitFor();
    await phones.write('Grace', 'Thank you, I wait');
    await ada.canvas().getByText('Thank you, I wait').waitFor();
    const [conversation] = local.world.conversations.list();
    expect(conversation?.messages.map(({ index, source }) => [index, source])).toEqual([
      [0, 'SDK'],
      [1, 'SDK'],
      [2, 'SDK'],
      [3, 'SDK'],
    ]);
  });

  it('shows the customer that the agent types', async () => {
    await ada.messageInput().click();
    // Flex tells it once in some seconds, so that the agent types for longer than that.
    await Promise.all([
      phones.phone('Grace').getByText('Ada Okafor is typing').waitFor(),
      ada.page.keyboard.type('One moment, please wait', { delay: 400 }),
    ]);
    await ada.page.keyboard.press('Control+A');
    await ada.page.keyboard.press('Backspace');
  });

  it('restores the accepted task and its messages when the page is loaded again', async () => {
    await ada.reload();
    await ada.selectTask('Grace');
    await ada.canvas().getByText('Thank you, I wait').waitFor();
  });

  it('ends a task into wrap-up and completes it', async () => {
    await ada.endTask();
    await ada.completeTask();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await phones.status('Grace').getByText('Ended').waitFor();
    expect(local.world.taskRouter.tasks().map(({ assignmentStatus }) => assignmentStatus)).toEqual(['completed']);
  });

  it('offers a rejected task to the other agent, who sees only their own', async () => {
    await phones.write('Sam', 'Is the shop open on Sunday?');
    await ada.task('Sam').waitFor();
    await ada.page.bringToFront();
    await ada.reject('Sam');
    await ada.task('Sam').waitFor({ state: 'detached' });
    await ben.page.bringToFront();
    await ben.setActivity('Available');
    await ben.accept('Sam');
    await ben.canvas().getByText('Is the shop open on Sunday?').waitFor();
    expect(await ada.task('Sam').count()).toBe(0);
  });

  it('tells an agent by SMS apart from one by WhatsApp', async () => {
    await ben.canvas().getByText('Is the shop open on Sunday?').waitFor();
    await expectTab(ben, 'SMS');
    await ben.page.bringToFront();
    await ben.setActivity('Offline');
    await phones.write('Wanda', 'Can I change my address?');
    await ada.page.bringToFront();
    await ada.accept('Wanda');
    await ada.canvas().getByText('Can I change my address?').waitFor();
    await expectTab(ada, 'WhatsApp');
    await ada.send('Of course');
    await phones.messages('Wanda').getByText('Of course').waitFor();
  });

  it('names the desktops to who asks for an agent that is not there', async () => {
    const page = await browser.newPage();
    await page.goto((local.urls.desktops['ada'] ?? '').replace('ada.', 'nobody.'));
    await page.getByText('There is no agent called nobody').waitFor();
    expect(await page.getByRole('link', { name: 'Ada Okafor' }).getAttribute('href')).toBe(local.urls.desktops['ada']);
    await page.close();
  });

  it('mends its connections by itself after they broke', async () => {
    local.dropConnections();
    await phones.write('Wanda', 'Still there?');
    await ada.canvas().getByText('Still there?').waitFor();
    await phones.page.getByText('Connected', { exact: true }).waitFor();
  });

  it('has asked nothing that was not served, and nothing of another machine', () => {
    expect(local.unknownRequests()).toEqual([]);
    browser.assertNoTroubles();
  });

  async function expectText(desktop: FlexDesktop, activity: string): Promise<void> {
    await desktop.page.getByRole('button', { name: new RegExp(`Currently ${activity}`) }).waitFor();
  }

  async function expectTab(desktop: FlexDesktop, name: string): Promise<void> {
    await desktop.page.locator('.Twilio-TaskCanvas').getByText(name, { exact: true }).first().waitFor();
  }
});

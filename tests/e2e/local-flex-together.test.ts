/** @jest-environment node */
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';
import { flexSharing } from '../support/flex-sharing';

const MINUTE_MS = 60_000;
jest.setTimeout(MINUTE_MS);

/** What agents do with one another's conversations, in the real Flex UI. */
describe('the real Flex UI, several agents and one conversation', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let ben: FlexDesktop;
  let phones: CustomersPage;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0, flexFeatures: ['transfer', 'leave', 'pause'] });
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    ben = flexDesktop(await browser.newPage(), local.urls.desktops['ben'] ?? '');
    phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
    await phones.open();
    await ada.open();
    await ben.open();
    await available(ben);
    await available(ada);
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  /** Whoever is free longest gets the next task, so the other one is on a break meanwhile. */
  async function available(desktop: FlexDesktop, activity = 'Available'): Promise<void> {
    await desktop.page.bringToFront();
    await desktop.setActivity(activity);
    await desktop.page.getByRole('button', { name: new RegExp(`Currently ${activity}`) }).waitFor();
  }

  async function serve(desktop: FlexDesktop, customer: string, text: string): Promise<void> {
    await phones.write(customer, text);
    await desktop.page.bringToFront();
    await desktop.accept(customer);
    await desktop.canvas().getByText(text).waitFor();
  }

  const statuses = () => local.world.taskRouter.tasks().map(({ assignmentStatus }) => assignmentStatus);
  const conversation = () => local.world.conversations.list().at(-1);

  it('a cold transfer to an agent brings them the history; who gave it away wraps up, and the talk goes on', async () => {
    await available(ben, 'Break');
    await serve(ada, 'Grace', 'My order 1234 has not arrived');
    await available(ben);
    await ada.page.bringToFront();
    await flexSharing(ada).transferTo('Agents', 'Ben Torres');
    await ben.page.bringToFront();
    await ben.accept('Grace');
    await ben.canvas().getByText('My order 1234 has not arrived').waitFor();
    await ada.page.bringToFront();
    await ada.completeTask();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await phones.write('Grace', 'Are you still there?');
    await ben.page.bringToFront();
    await ben.canvas().getByText('Are you still there?').waitFor();
    await ben.send('I took it over');
    await phones.messages('Grace').getByText('I took it over').waitFor();
    expect(statuses()).toEqual(['completed', 'assigned']);
    expect(conversation()?.state).toBe('active');
  });

  it('a cold transfer to a queue is offered to whoever is in it', async () => {
    await flexSharing(ben).transferTo('Queues', 'Support');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('I took it over').waitFor();
    await ben.page.bringToFront();
    await ben.completeTask();
    await ben.task('Grace').waitFor({ state: 'detached' });
    expect(statuses()).toEqual(['completed', 'completed', 'assigned']);
  });

  it('a paused conversation takes no capacity, stays in the agent’s list, and comes back by Resume', async () => {
    await ada.page.bringToFront();
    await flexSharing(ada).pause();
    await ada.page.getByText('Conversation paused').waitFor();
    expect(statuses().filter((status) => status === 'assigned')).toEqual([]);
    await phones.write('Grace', 'Take your time');
    await flexSharing(ada).resume();
    await ada.selectTask('Grace');
    await ada.canvas().getByText('Take your time').waitFor();
    expect(statuses().at(-1)).toBe('assigned');
    expect(local.world.taskRouter.reservations().at(-1)?.workerSid).toBe(local.world.iam.findUser('ada')?.workerSid);
  });

  it('Leave frees the agent; the customer’s reply is a new task for whoever is there, with the history', async () => {
    await flexSharing(ada).leave();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await available(ada, 'Break');
    expect(conversation()?.state).toBe('active');
    await phones.write('Grace', 'It has arrived, thank you');
    await ben.page.bringToFront();
    await ben.accept('Grace');
    await ben.canvas().getByText('Take your time').waitFor();
  });

  it('an agent who is invited joins the one who is there, and both talk with the customer', async () => {
    const channel = local.world.flex.channelOfConversation(conversation()?.sid ?? '');
    const workerSid = local.world.iam.findUser('ada')?.workerSid;
    await available(ada);
    local.world.flex.invite(channel?.interactionSid ?? '', channel?.sid ?? '', {
      workspaceSid: ids.workspace,
      queueSid: ids.queues.support,
      workerSid,
      taskChannel: 'chat',
      attributes: { name: 'Grace' },
    });
    await ada.accept('Grace');
    await ada.send('I am here too');
    await ben.page.bringToFront();
    await ben.canvas().getByText('I am here too').waitFor();
    await ben.send('Good');
    await phones.messages('Grace').getByText('I am here too').waitFor();
    await phones.messages('Grace').getByText('Good', { exact: true }).waitFor();
  });

  it('has asked nothing that was not served, and nothing of another machine', () => {
    expect(local.unknownRequests()).toEqual([]);
    browser.assertNoTroubles();
  });
});

/** @jest-environment node */
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { customersPage, type CustomersPage } from '../support/customers';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

const MINUTE_MS = 60_000;
jest.setTimeout(MINUTE_MS);

/** Moments of an agent's day in the real Flex UI: attachments, read marks, missed offers, breaks, the supervisor's view. */
describe('the real Flex UI, moments of a day', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let ada: FlexDesktop;
  let sofia: FlexDesktop;
  let phones: CustomersPage;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
    browser = await launchBrowser();
    ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
    sofia = flexDesktop(await browser.newPage(), local.urls.desktops['sofia'] ?? '');
    phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
    await phones.open();
    await sofia.open();
    await ada.open();
    await ada.page.bringToFront();
    await ada.setActivity('Available');
    await phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  const conversation = () => local.world.conversations.list()[0];
  const participant = (identity: string) =>
    [...(conversation()?.participants.values() ?? [])].find((one) => one.identity === identity);

  it('marks what is on screen as read once the agent turns to it', async () => {
    const identity = local.world.iam.findUser('ada')?.identity ?? '';
    expect(participant(identity)?.lastReadMessageIndex).toBeNull();
    await ada.messageInput().click();
    await expectSoon(() => participant(identity)?.lastReadMessageIndex, 0);
    await phones.write('Grace', 'It is urgent');
    await ada.canvas().getByText('It is urgent').waitFor();
    await expectSoon(() => participant(identity)?.lastReadMessageIndex, 1);
  });

  it('shows the agent that the customer has read', async () => {
    await ada.send('I am looking');
    await ada.canvas().getByText('I am looking').waitFor();
    local.world.conversations.markRead(conversation()?.sid ?? '', 'grace', 2);
    await ada.canvas().getByText('Read', { exact: true }).waitFor();
  });

  it('sends an attachment, which is kept and can be fetched', async () => {
    const file = { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 Parcel 1234') };
    await ada.page.locator('.Twilio-MessageInputActions-default input[type="file"]').setInputFiles(file);
    await ada.page.getByText('label.pdf').first().waitFor();
    await ada.page.getByTestId('send-message').click();
    // The name is on screen while the file is still being sent.
    await expectSoon(() => conversation()?.messages.at(-1)?.media.length, 1);
    await ada.canvas().getByText('label.pdf').waitFor();
    expect(conversation()?.messages.at(-1)?.media).toMatchObject([
      { filename: 'label.pdf', contentType: 'application/pdf', sizeBytes: file.buffer.length },
    ]);
  });

  it('goes on a break with a task in hand: the task stays, and nothing new is offered', async () => {
    await ada.setActivity('Break');
    await ada.page.getByRole('button', { name: /Currently Break/ }).waitFor();
    await phones.write('Sam', 'Are you open?');
    await ada.send('Still here');
    await phones.messages('Grace').getByText('Still here').waitFor();
    expect(await ada.task('Sam').count()).toBe(0);
    expect(local.world.taskRouter.tasks().map(({ assignmentStatus }) => assignmentStatus)).toEqual([
      'assigned',
      'pending',
    ]);
  });

  it('takes an offer that nobody answers away again, and puts the agent offline', async () => {
    await ada.setActivity('Available');
    await ada.task('Sam').waitFor();
    const seconds = local.world.taskRouter.workflows()[0]?.taskReservationTimeoutSeconds ?? 0;
    local.world.clock.advance(seconds * 1_000);
    await ada.task('Sam').waitFor({ state: 'detached' });
    await ada.page.getByRole('button', { name: /Currently Offline/ }).waitFor();
    await ada.task('Grace').waitFor();
  });

  it('shows a supervisor who does what', async () => {
    await sofia.page.bringToFront();
    await sofia.openView('Teams');
    await sofia.page.getByText('Ada Okafor').first().waitFor();
    await sofia.page.getByText('Grace').first().waitFor();
  });

  it('has asked nothing that was not served, and nothing of another machine', () => {
    expect(local.unknownRequests()).toEqual([]);
    browser.assertNoTroubles();
  });

  /** The page tells the server in its own time. */
  async function expectSoon(read: () => unknown, wanted: unknown): Promise<void> {
    for (let turn = 0; turn < 100 && read() !== wanted; turn += 1) await ada.page.waitForTimeout(100);
    expect(read()).toBe(wanted);
  }
});

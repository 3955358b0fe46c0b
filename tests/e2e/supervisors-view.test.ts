/** @jest-environment node */
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { flexDesktop, type FlexDesktop } from '../support/flex-desktop';

const MINUTE_MS = 60_000;
jest.setTimeout(MINUTE_MS);

/** What a supervisor sees change while they look at it, without a reload. */
describe('the views of a supervisor', () => {
  let local: LocalTwilio;
  let browser: TestBrowser;
  let sofia: FlexDesktop;
  const { activities, queues } = ids;

  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
    browser = await launchBrowser();
    sofia = flexDesktop(await browser.newPage({ width: 1400, height: 900 }), local.urls.desktops['sofia'] ?? '');
    await sofia.open();
  }, 2 * MINUTE_MS);

  afterAll(async () => {
    await browser?.close();
    await local?.close();
  });

  const workerOf = (username: string): string => local.world.iam.findUser(username)?.workerSid ?? '';
  const chat = () =>
    local.world.taskRouter.createTask({ routingTarget: queues.support, taskChannel: 'chat', attributes: '{}' });

  it('show in Teams what an agent does now', async () => {
    await sofia.openView('Teams');
    const ada = sofia.page.locator('tr, .Twilio-WorkersDataTable-Row').filter({ hasText: 'Ada Okafor' }).first();
    await ada.waitFor();
    local.world.taskRouter.setActivity(workerOf('ada'), activities.break);
    await ada.getByText('Break').first().waitFor();
    local.world.taskRouter.setActivity(workerOf('ada'), activities.available);
    await ada.getByText('Available').first().waitFor();
  });

  it('count in Queues what waits, and know a queue’s agents', async () => {
    local.world.taskRouter.setActivity(workerOf('ada'), activities.offline);
    await sofia.openView(/queues/i);
    const support = sofia.page.locator('tr').filter({ hasText: 'Support' }).first();
    await support.waitFor();
    const before = await support.innerText();
    chat();
    chat();
    await expectChanged(async () => support.innerText(), before);
    expect((await support.innerText()).replace(/\s+/g, ' ')).toContain('2');
  });

  it('has asked nothing that was not served, and nothing of another machine', () => {
    expect(local.unknownRequests()).toEqual([]);
    browser.assertNoTroubles();
  });

  async function expectChanged(read: () => Promise<string>, before: string): Promise<void> {
    for (let turn = 0; turn < 100 && (await read()) === before; turn += 1) await sofia.page.waitForTimeout(100);
    expect(await read()).not.toBe(before);
  }
});

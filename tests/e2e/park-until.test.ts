/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const NOTHING = { records: [], rows: [], wakeWebhooks: 0, mark: [], dueTimes: 0 };

/** The agent chooses when a parked conversation comes back, in the real Flex. */
describe('parking until a time', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({
      enabled: true,
      show_list: true,
      park_until_presets: ['in 1 minute', 'in 2 hours', 'tomorrow 09:00'],
    });
    await lab.phones.write('Grace', 'Please call me in a minute');
    await accept();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('brings the conversation back to the agent within seconds of it, with a word why', async () => {
    const { ada, parking } = lab;
    await parking.parkUntil(/In 1 minute/);
    await parking.notification(/Grace is parked until .* or when the customer writes/).waitFor();
    const parkedAtMs = Date.now();
    await parking.openList();
    await parking
      .row('Grace')
      .locator('time')
      .filter({ hasText: /^\d+:\d\d/ })
      .waitFor();
    await parking.openTasks();
    await ada.task('Grace').waitFor({ timeout: 75_000 });
    const tookMs = Date.now() - parkedAtMs;
    expect(tookMs).toBeGreaterThan(50_000);
    expect(tookMs).toBeLessThan(70_000);
    await accept();
    await ada.page.getByText(/It is back now because Ada .* chose/).waitFor();
    await settled();
    expect(lab.traces(lab.conversation(GRACE))).toEqual(NOTHING);
  });

  it('brings it back at once when the customer writes before', async () => {
    const { ada, parking, phones } = lab;
    await parking.parkUntil(/Tomorrow/);
    await ada.task('Grace').waitFor({ state: 'detached' });
    await phones.write('Grace', 'One more thing');
    await accept();
    expect(
      await ada
        .canvas()
        .getByText(/It is back now because/)
        .count(),
    ).toBe(0);
  });

  it('lets a reply wait in the list, marked as unread, until the time is changed', async () => {
    const { ada, parking, phones } = lab;
    await parking.parkUntil(/In 2 hours/, 'wait');
    await parking.notification(/Replies wait until then/).waitFor();
    await parking.openList();
    await parking.row('Grace').getByText('Replies wait', { exact: true }).waitFor();
    await phones.write('Grace', 'No hurry');
    await ada.page.bringToFront();
    await parking.row('Grace').getByText('Unread reply').waitFor();
    await settled();
    expect(lab.traces(lab.conversation(GRACE))).toMatchObject({ wakeWebhooks: 1, dueTimes: 1 });

    await parking.dismissNotifications();
    await ada.page.getByRole('button', { name: 'Change when Grace comes back' }).click();
    await ada.page.getByRole('menuitem', { name: 'Only when the customer writes' }).click();
    await parking.notification(/Grace had already written/).waitFor();
    await parking.openTasks();
    await accept();
  });

  it('takes a date and time of the agent’s own, by keyboard', async () => {
    const { ada, parking } = lab;
    const { keyboard } = ada.page;
    await parking.dismissNotifications();
    await ada.page.getByRole('button', { name: 'Park until…' }).focus();
    await keyboard.press('Enter');
    await focused(/In 1 minute/);
    await keyboard.press('c');
    await focused(/Choose date and time/);
    await keyboard.press('Enter');
    const dialog = ada.page.getByRole('dialog', { name: 'When should it come back?' });
    await dialog.getByLabel('Date').fill('2001-01-01');
    await dialog.getByText('Choose a time that is at least a minute ahead.').waitFor();
    const inAWeek = new Date(Date.now() + 7 * 24 * 60 * MINUTE_MS);
    await dialog.getByLabel('Date').fill(inAWeek.toISOString().slice(0, 10));
    await dialog.getByRole('button', { name: 'Park' }).focus();
    await keyboard.press('Enter');
    await parking.notification(/Grace is parked until/).waitFor();
    await settled();
    expect(lab.traces(lab.conversation(GRACE))).toMatchObject({ dueTimes: 1 });
    lab.browser.assertNoTroubles();
  });

  /** A person sees where the focus is before they press the next key. */
  function focused(item: RegExp): Promise<void> {
    return lab.ada.page.locator('[role="menuitem"]:focus').filter({ hasText: item }).waitFor();
  }

  async function accept(): Promise<void> {
    await lab.ada.page.bringToFront();
    await lab.ada.accept('Grace');
    await lab.ada.send('I am on it');
    await lab.ada.canvas().getByText('I am on it').last().waitFor();
  }

  async function settled(): Promise<void> {
    await lab.local.settled();
  }
});

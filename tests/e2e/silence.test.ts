/** @jest-environment node */
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
jest.setTimeout(3 * MINUTE_MS);

const COUNTDOWN = /Grace has not answered for \d minutes?\. The conversation will be parked in \d+ s/;
const PARKED = /Grace is parked\. The conversation comes back when the customer writes/;

/** Flex puts a draft into its store a moment after it is written. */
const DRAFT_IS_KNOWN = `Object.values(window.Twilio.Flex.Manager.getInstance().store.getState().flex.chat.conversationInput)
  .some(({ inputText }) => inputText === 'One')`;

/** Conversations that nobody attends to, in the real Flex whose clock the test moves. */
describe('parking by itself', () => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({
      enabled: true,
      show_list: true,
      ask_for_note: true,
      note_reasons: ['Carrier'],
      auto_park_minutes: 1,
    });
    await lab.phones.write('Grace', 'Is my order on its way?');
    await lab.ada.page.bringToFront();
    await lab.ada.accept('Grace');
    await lab.ada.canvas().getByText('Is my order on its way?').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('counts down when the customer is silent, and Keep begins anew', async () => {
    const { ada, parking } = lab;
    await ada.send('It left this morning');
    await ada.canvas().getByText('It left this morning').last().waitFor();
    await clockIsAhead(MINUTE_MS);
    await lookAway();
    await parking.notification(COUNTDOWN).waitFor();
    await ada.page.getByRole('button', { name: 'Keep' }).click();
    await parking.notification(COUNTDOWN).waitFor({ state: 'detached' });
    expect(await ada.task('Grace').count()).toBe(1);
  });

  it('waits while there is a draft, and parks when the countdown is over', async () => {
    const { ada, parking, phones } = lab;
    await ada.messageInput().click();
    await ada.page.keyboard.type('One');
    await ada.page.waitForFunction(DRAFT_IS_KNOWN);
    await clockIsAhead(3 * MINUTE_MS);
    await lookAway();
    await parking.parkButton().waitFor();
    expect(await parking.notification(COUNTDOWN).count()).toBe(0);

    await ada.messageInput().click();
    for (let letter = 0; letter < 3; letter += 1) await ada.page.keyboard.press('Backspace');
    await lookAway();
    await parking.notification(COUNTDOWN).waitFor();
    await parking.notification(PARKED).waitFor({ timeout: 45_000 });
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.row('Grace').getByText('No answer').waitFor();

    await parking.openTasks();
    await phones.write('Grace', 'Thank you');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('Thank you').last().waitFor();
  });

  it('tells the agent before Twilio deletes a task, and then parks it; a customer who waits is soon back', async () => {
    const { ada, parking } = lab;
    await clockIsAhead(23 * HOUR_MS + 5 * MINUTE_MS);
    await lookAway();
    await parking.notification(/Twilio ends Grace’s task when it is 24 hours old.* will be parked at/).waitFor();
    await clockIsAhead(23 * HOUR_MS + 31 * MINUTE_MS);
    await lookAway();
    await parking.notification(/Grace is parked until/).waitFor();
    await parking.notification(/Twilio ends Grace’s task/).waitFor({ state: 'detached' });
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.row('Grace').getByText('Kept from Twilio’s 24-hour limit').waitFor();
    lab.browser.assertNoTroubles();
  });

  /** Timers go on as before. */
  async function clockIsAhead(byMs: number): Promise<void> {
    await lab.ada.page.clock.setSystemTime(Date.now() + byMs);
  }

  /** The cursor leaves the composer, and whatever is due by the clock is noticed. */
  async function lookAway(): Promise<void> {
    await lab.ada.messageInput().click();
    await lab.ada.page.keyboard.press('Tab');
    await lab.ada.page.evaluate('document.activeElement.blur()');
  }
});

/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { CONVERSATION_CHANGES, holdFrames, type HeldFrames } from '../support/held-frames';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(3 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const ROUNDS = 5;
const FLEX_HOLDS_NO_CONVERSATION =
  'Object.keys(window.Twilio.Flex.Manager.getInstance().store.getState().flex.chat.conversations).length === 0';

/**
 * Flex unloads a conversation when its task is over, and makes an empty one of it when a change of it comes after that.
 * In an account an agent then got a returning conversation without its messages.
 */
describe('a change of the conversation that Flex hears of after the task is over', () => {
  let lab: ParkingLab;
  let ada: ParkingLab['ada'];
  let changes: HeldFrames;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    ({ ada } = lab);
    changes = await holdFrames(ada.page, CONVERSATION_CHANGES);
    await ada.reload();
    await lab.phones.write('Grace', 'Where is my parcel?');
    await ada.page.bringToFront();
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
    await reply('Answer 0');
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it(`does not take the history from who accepts the conversation again, ${ROUNDS} times`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      changes.hold();
      await lab.parking.park();
      await ada.task('Grace').waitFor({ state: 'detached' });
      await lab.local.settled();
      expect(changes.tell()).toBeGreaterThan(0);
      // With what was left of it, Flex showed an empty canvas after one accept of three.
      await ada.page.waitForFunction(FLEX_HOLDS_NO_CONVERSATION, undefined, { timeout: 5000 });
      lab.local.world.customers.write({ ...GRACE, body: `Question ${round}` });
      await ada.accept('Grace');
      await ada
        .canvas()
        .getByText(`Answer ${round - 1}`, { exact: true })
        .waitFor();
      await ada.canvas().getByText(`Question ${round}`, { exact: true }).waitFor();
      await reply(`Answer ${round}`);
    }
    lab.browser.assertNoTroubles();
  });

  it('does not do so either when it comes after the customer has written', async () => {
    for (let round = ROUNDS + 1; round <= 2 * ROUNDS; round += 1) {
      changes.hold();
      await lab.parking.park();
      await ada.task('Grace').waitFor({ state: 'detached' });
      lab.local.world.customers.write({ ...GRACE, body: `Question ${round}` });
      await ada.task('Grace').waitFor();
      expect(changes.tell()).toBeGreaterThan(0);
      await ada.accept('Grace');
      await ada
        .canvas()
        .getByText(`Answer ${round - 1}`, { exact: true })
        .waitFor();
      await ada.canvas().getByText(`Question ${round}`, { exact: true }).waitFor();
      await reply(`Answer ${round}`);
    }
    lab.browser.assertNoTroubles();
  });

  async function reply(text: string): Promise<void> {
    await ada.send(text);
    await ada.canvas().getByText(text, { exact: true }).waitFor();
    await lab.phones.messages('Grace').getByText(text, { exact: true }).waitFor();
  }
});

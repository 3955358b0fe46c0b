/** @jest-environment node */
import type { WorldEvent } from '../../local-twilio/src/account/events';
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { ENDINGS, holdFrames } from '../support/held-frames';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(6 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };
const ROUNDS = 20;
const LATE_ROUNDS = 5;

/** When the customer writes: each moment is before Flex has finished with the old task, or just after. */
const MOMENTS = ['agent released', 'park answered', 'task gone'] as const;
type Moment = (typeof MOMENTS)[number];

/** A customer who answers at once must not find an agent with an empty or an old conversation. */
describe('a customer who replies the moment the conversation is parked', () => {
  let lab: ParkingLab;
  let ada: ParkingLab['ada'];

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true });
    ({ ada } = lab);
    await lab.phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.canvas().getByText('Where is my parcel?').waitFor();
    await ada.send('I ask the carrier');
    await lab.phones.messages('Grace').getByText('I ask the carrier').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it(`comes back to a loaded conversation that can be written in, ${ROUNDS} times`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const moment = MOMENTS[round % MOMENTS.length] ?? 'park answered';
      const before = round === 1 ? 'I ask the carrier' : `Answer ${round - 1}`;
      const writing = writeAt(moment, `Question ${round}`);
      await lab.parking.park();
      await writing;
      await ada.accept('Grace');
      await expectConversation(before, `Question ${round}`);
      await reply(`Answer ${round}`);
      expect(await ada.tasks().count()).toBe(1);
    }
  });

  it(`does so also when Flex hears late that the old task is over, ${LATE_ROUNDS} times`, async () => {
    const endings = await holdFrames(ada.page, ENDINGS);
    await ada.reload();
    await ada.selectTask('Grace');
    for (let round = 1; round <= LATE_ROUNDS; round += 1) {
      endings.hold();
      const writing = writeAt('park answered', `Late question ${round}`);
      await lab.parking.park();
      await writing;
      await ada.accept('Grace');
      await ada.canvas().getByText(`Late question ${round}`, { exact: true }).waitFor();
      endings.tell();
      await ada.tasks().nth(1).waitFor({ state: 'detached' });
      await expectConversation(`Late question ${round}`);
      await reply(`Late answer ${round}`);
    }
  });

  it('is on screen when the agent unparks it from a list that they opened before Flex heard that the task is over', async () => {
    const endings = await holdFrames(ada.page, ENDINGS);
    await ada.reload();
    await ada.selectTask('Grace');
    endings.hold();
    await lab.parking.park();
    await lab.parking.openList();
    await lab.parking.row('Grace').waitFor();
    endings.tell();
    await lab.parking.unpark('Grace');
    await expectConversation(`Late answer ${LATE_ROUNDS}`);
    await reply('I am back');
  });

  it('has made one open task of it, and the pages are well', () => {
    const { sid } = lab.conversation(GRACE);
    const tasks = lab.local.world.taskRouter.tasks().filter(({ attributes }) => attributes.includes(sid));
    expect(tasks.filter(({ assignmentStatus }) => assignmentStatus === 'assigned')).toHaveLength(1);
    expect(tasks.filter(({ assignmentStatus }) => assignmentStatus !== 'completed')).toHaveLength(1);
    lab.browser.assertNoTroubles();
  });

  async function expectConversation(...texts: string[]): Promise<void> {
    for (const text of texts) await ada.canvas().getByText(text, { exact: true }).waitFor();
  }

  /** Seen by the agent, and by the customer. */
  async function reply(text: string): Promise<void> {
    await ada.send(text);
    await expectConversation(text);
    await lab.phones.messages('Grace').getByText(text, { exact: true }).waitFor();
  }

  async function writeAt(moment: Moment, body: string): Promise<void> {
    switch (moment) {
      case 'agent released':
        await next(({ type }) => type === 'task.completed');
        break;
      case 'park answered':
        await ada.page.waitForResponse(/park-interaction/);
        break;
      case 'task gone':
        await ada.task('Grace').waitFor({ state: 'detached' });
        break;
    }
    lab.local.world.customers.write({ ...GRACE, body });
  }

  function next(isIt: (event: WorldEvent) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = lab.local.world.events.subscribe((event) => {
        if (!isIt(event)) return;
        unsubscribe();
        resolve();
      });
    });
  }
});

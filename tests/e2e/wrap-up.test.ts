/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const GRACE = { name: 'Grace', channel: 'web', address: 'grace' } as const satisfies CustomerAddress & { name: string };

/** With `wrap_up` the agent completes the parked task himself, in the real Flex. */
describe.each(['stays', 'leaves'] as const)(
  'wrap-up of a parked task, while the agent %s in the Conversation',
  (where) => {
    let lab: ParkingLab;
    let ada: ParkingLab['ada'];

    beforeAll(async () => {
      lab = await startParkingLab({ enabled: true, show_list: true, wrap_up: true }, { wrapUpInConversation: where });
      ({ ada } = lab);
      await lab.phones.write('Grace', 'Where is my parcel?');
      await ada.accept('Grace');
      await ada.canvas().getByText('Where is my parcel?').waitFor();
      await reply('I ask the carrier');
    }, 2 * MINUTE_MS);

    afterAll(() => lab?.close());

    const conversation = () => lab.conversation(GRACE);
    const statuses = () =>
      lab.local.world.taskRouter
        .tasks()
        .filter(({ attributes }) => attributes.includes(conversation().sid))
        .map(({ assignmentStatus }) => assignmentStatus);
    const completeButton = () =>
      ada.page.locator('.Twilio-TaskCanvasHeader').getByRole('button', { name: /complete/i });

    it('goes to wrap-up, with Complete instead of Park', async () => {
      await lab.parking.park();
      await lab.parking.notification('Grace is parked').waitFor();
      await completeButton().waitFor();
      expect(await lab.parking.parkButton().count()).toBe(0);
      expect(statuses()).toEqual(['wrapping']);
    });

    it('is completed after a reload, and the conversation stays parked', async () => {
      await ada.reload();
      await ada.selectTask('Grace');
      await ada.completeTask();
      await ada.task('Grace').waitFor({ state: 'detached' });
      expect(statuses()).toEqual(['completed']);
      expect(conversation().state).toBe('active');
      await lab.parking.openList();
      await lab.parking.row('Grace').waitFor();
      await lab.parking.openTasks();
    });

    it('ends by itself when the customer writes, and the conversation can be worked with', async () => {
      await comeBack('Any news?');
      await reply('It comes tomorrow');
      await lab.parking.park();
      await completeButton().waitFor();
      await comeBack('At what time?');
      await reply('At nine');
    });

    it('is undone at once', async () => {
      await lab.parking.park();
      await lab.parking.notification('Grace is parked').getByRole('button', { name: 'Undo' }).click();
      await completeButton().waitFor({ state: 'detached' });
      await reply('Still here');
      expect(statuses().filter((status) => status !== 'completed')).toEqual(['assigned']);
    });

    it('keeps the task when the Functions do not answer, for Flex would end the conversation', async () => {
      await lab.parking.park();
      await completeButton().waitFor();
      // Flex has forgotten what was done before.
      await ada.reload();
      await ada.selectTask('Grace');
      await ada.page.route(/complete-parked-task/, (route) => route.abort());
      await ada.completeTask();
      await lab.parking.notification(/Grace: the task was not completed/).waitFor();
      expect([statuses().at(-1), conversation().state]).toEqual(['wrapping', 'active']);
      await ada.page.unroute(/complete-parked-task/);
      await ada.completeTask();
      await ada.task('Grace').waitFor({ state: 'detached' });
      expect(conversation().state).toBe('active');
    });

    it('leaves a task that the agent has ended to Flex, also while the Functions do not answer', async () => {
      await comeBack('Thank you');
      const ended = conversation();
      await ada.endTask();
      await completeButton().waitFor();
      await ada.page.route(/complete-parked-task/, (route) => route.abort());
      await ada.reload();
      await ada.selectTask('Grace');
      await ada.completeTask();
      await ada.task('Grace').waitFor({ state: 'detached' });
      await ada.page.unroute(/complete-parked-task/);
      expect(ended.state).toBe('closed');
      lab.browser.assertNoTroubles();
    });

    async function reply(text: string): Promise<void> {
      await ada.send(text);
      await ada.canvas().getByText(text, { exact: true }).waitFor();
      await lab.phones.messages('Grace').getByText(text, { exact: true }).waitFor();
    }

    async function comeBack(text: string): Promise<void> {
      lab.local.world.customers.write({ ...GRACE, body: text });
      await ada.accept('Grace');
      await ada.canvas().getByText(text, { exact: true }).waitFor();
    }
  },
);

/** @jest-environment node */
import type { ConversationLike } from '../../../plugin-src/flex/conversation';
import type { FailureCode } from '../../../plugin-src/flex/failure';
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createParkCommand } from '../../../plugin-src/parking/commands/park';
import { parkingReducer } from '../../../plugin-src/parking/state/parking-reducer';
import { INITIAL_PARKING_STATE } from '../../../plugin-src/parking/state/parking-state';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { failureKey } from '../../../plugin-src/parking/strings/parking-strings';
import { createText } from '../../../plugin-src/parking/strings/text';
import { aConversation, aMessageBy, aTask, MESSAGING_ATTRIBUTES, sid } from './support/fixtures';

const EN_US = TRANSLATIONS['en-US'];

type ParkFunction = FunctionsClient['park'];

const parked: ParkFunction = async (request) => ({
  ok: true,
  answer: { status: 'parked', conversationSid: request.conversationSid },
});
const failing =
  (code: FailureCode): ParkFunction =>
  async () => ({ ok: false, failure: { code, message: 'for the log' } });

function aDesk(
  answer: ParkFunction,
  conversation: ConversationLike | 'absent' = aConversation(),
  options: { refuse?: boolean; isSent?: () => Promise<boolean> } = {},
) {
  const desk = {
    state: INITIAL_PARKING_STATE,
    requests: [] as unknown[],
    notifications: [] as unknown[][],
    listRetries: 0,
    comingBack: [] as number[],
    mayBeParked: [] as string[],
  };
  const park = createParkCommand({
    functions: {
      park: (request) => {
        desk.requests.push(request);
        return answer(request);
      },
    },
    parking: () => desk.state,
    dispatch: (action) => void (desk.state = parkingReducer(desk.state, action)),
    isSent: options.isSent ?? (async () => true),
    conversation: () => (conversation === 'absent' ? undefined : conversation),
    notify: (id, values) => void desk.notifications.push([id, values]),
    text: createText(EN_US, () => undefined),
    refuseWhenCustomerSpokeLast: options.refuse ?? false,
    mayBeParked: (taskSid) => void desk.mayBeParked.push(taskSid),
    comesBackAt: (atMs) => void desk.comingBack.push(atMs),
    moment: (iso) => `the moment ${iso}`,
    retryFailedList: () => void (desk.listRetries += 1),
  });
  return { desk, park };
}

describe('the Park command', () => {
  it.each([
    ['wake', 'ParkInteractionUntilParked'],
    ['wait', 'ParkInteractionUntilParkedOnlyThen'],
  ] as const)('says until when, and what replies do before that (%s)', async (replies, notice) => {
    const { desk, park } = aDesk(parked);
    const backAt = '2026-03-05T09:00:00.000Z';
    await park(aTask(), { backAt, replies });
    expect(desk.requests).toMatchObject([{ backAt, replies }]);
    expect(desk.notifications).toMatchObject([[notice, { when: `the moment ${backAt}` }]]);
    expect(desk.comingBack).toEqual([Date.parse(backAt)]);
  });

  it('says nothing of a refusal to an agent who asked for nothing, when another desktop was first', async () => {
    const { desk, park } = aDesk(failing('task-not-assigned'));
    await expect(park(aTask(), { byItself: true })).rejects.toThrow('task-not-assigned');
    expect(desk.notifications).toEqual([]);
    await expect(park(aTask())).rejects.toThrow('task-not-assigned');
    expect(desk.notifications).toMatchObject([['ParkInteractionParkFailed', {}]]);
  });

  it('says all other refusals, also of what is parked by itself', async () => {
    const { desk, park } = aDesk(failing('too-many-parked'));
    await expect(park(aTask(), { byItself: true })).rejects.toThrow('too-many-parked');
    expect(desk.notifications).toMatchObject([['ParkInteractionParkFailed', {}]]);
  });

  it('looks again at a list that failed, once something is parked', async () => {
    const { desk, park } = aDesk(parked);
    await park(aTask());
    expect(desk.listRetries).toBe(1);
    const refused = aDesk(failing('busy'));
    await expect(refused.park(aTask())).rejects.toBeTruthy();
    expect(refused.desk.listRetries).toBe(0);
  });

  it('sends the SIDs of the task and the last message that was on screen', async () => {
    const { desk, park } = aDesk(parked);
    await park(aTask());
    expect(desk.requests).toEqual([
      {
        taskSid: sid('WT'),
        interactionSid: sid('KD'),
        channelSid: sid('UO'),
        conversationSid: sid('CH'),
        lastSeenMessageIndex: 4,
      },
    ]);
  });

  it('sends the reason and the note, and leaves out what was not said', async () => {
    const { desk, park } = aDesk(parked);
    await park(aTask(), { reason: 'Carrier', note: '' });
    expect(desk.requests).toEqual([expect.objectContaining({ reason: 'Carrier' })]);
    expect(desk.requests[0]).not.toHaveProperty('note');
  });

  it('refuses a note of another plugin that is too long, without asking', async () => {
    const { desk, park } = aDesk(parked);
    await expect(park(aTask(), { note: 'x'.repeat(501) })).rejects.toMatchObject({ code: 'invalid-request' });
    expect(desk.requests).toEqual([]);
  });

  it('refuses while the customer waits for an answer, if the account wants that', async () => {
    const conversation = aConversation({ messages: [aMessageBy('grace', 5)] });
    const strict = aDesk(parked, conversation, { refuse: true });
    await expect(strict.park(aTask())).rejects.toMatchObject({ code: 'customer-spoke-last' });
    expect(strict.desk.requests).toEqual([]);
    const mild = aDesk(parked, conversation);
    await mild.park(aTask());
    expect(mild.desk.requests).toHaveLength(1);
  });

  it('waits until Twilio has what the agent sent, and asks who spoke last only then', async () => {
    const conversation = { ...aConversation(), messages: [aMessageBy('grace', 5)] };
    let arrive: () => void = () => undefined;
    const arrived = new Promise<boolean>((resolve) => (arrive = () => resolve(true)));
    const { desk, park } = aDesk(parked, conversation, { refuse: true, isSent: () => arrived });
    const parking = park(aTask());
    await Promise.resolve();
    expect(desk.state.parks).toEqual({ [sid('WT')]: 'asked' });
    expect(desk.requests).toEqual([]);
    conversation.messages = [...conversation.messages, aMessageBy('me', 6)];
    arrive();
    await parking;
    expect(desk.requests).toMatchObject([{ lastSeenMessageIndex: 6 }]);
  });

  it('leaves nobody’s words behind: while Twilio does not take them the task stays, free to be parked again', async () => {
    const { desk, park } = aDesk(parked, aConversation(), { isSent: async () => false });
    await expect(park(aTask())).rejects.toMatchObject({ code: 'message-not-sent' });
    expect(desk.requests).toEqual([]);
    expect(desk.state.parks).toEqual({});
    expect(desk.notifications).toEqual([
      [
        'ParkInteractionParkFailed',
        { customerName: 'Grace', reason: EN_US['ParkInteractionFailure_message-not-sent'] },
      ],
    ]);
  });

  it('says that the customer is parked, and stays busy until the task goes', async () => {
    const { desk, park } = aDesk(parked);
    await park(aTask());
    expect(desk.notifications).toEqual([
      ['ParkInteractionParked', { customerName: 'Grace', conversationSid: sid('CH') }],
    ]);
    expect(desk.state.parks).toEqual({ [sid('WT')]: 'done' });
    expect(desk.mayBeParked).toEqual([sid('WT')]);
  });

  it('says that the conversation is coming back when the customer wrote meanwhile', async () => {
    const { desk, park } = aDesk(async ({ conversationSid }) => ({
      ok: true,
      answer: { status: 'returned', conversationSid },
    }));
    await park(aTask());
    expect(desk.notifications).toEqual([['ParkInteractionReturned', { customerName: 'Grace' }]]);
  });

  it.each<FailureCode>(['twilio-unavailable', 'other-participants', 'no-answer'])(
    'tells a failure (%s) by its own text, frees the button and rejects, so that nobody takes it for success',
    async (code) => {
      const { desk, park } = aDesk(failing(code));
      await expect(park(aTask())).rejects.toMatchObject({ name: 'ParkInteractionError', code });
      expect(desk.notifications).toEqual([
        ['ParkInteractionParkFailed', { customerName: 'Grace', reason: EN_US[failureKey(code)] }],
      ]);
      expect(desk.state.parks).toEqual({});
    },
  );

  it.each<[FailureCode, string[]]>([
    ['no-answer', [sid('WT')]],
    ['park-unconfirmed', [sid('WT')]],
    ['too-many-parked', []],
  ])('notes after %s whether the task may be parked all the same', async (code, mayBeParked) => {
    const { desk, park } = aDesk(failing(code));
    await expect(park(aTask())).rejects.toThrow();
    expect(desk.mayBeParked).toEqual(mayBeParked);
  });

  it('works again after a failure', async () => {
    const answers = [failing('twilio-unavailable'), parked];
    const { desk, park } = aDesk((request) => (answers.shift() ?? parked)(request));
    await expect(park(aTask())).rejects.toThrow();
    await park(aTask());
    expect(desk.notifications.map(([id]) => id)).toEqual(['ParkInteractionParkFailed', 'ParkInteractionParked']);
  });

  it('does nothing twice: a task that is being parked is refused as busy', async () => {
    const { desk, park } = aDesk(parked);
    const first = park(aTask());
    await expect(park(aTask())).rejects.toMatchObject({ code: 'busy' });
    await first;
    expect(desk.requests).toHaveLength(1);
  });

  it.each<[string, ConversationLike | 'absent']>([
    ['is not there', 'absent'],
    ['is loading', aConversation({ currentPaginator: undefined, messages: [] })],
    ['could not be loaded', aConversation({ errorWhileLoadingConversation: true })],
  ])('sends nothing while the conversation %s', async (_, conversation) => {
    const { desk, park } = aDesk(parked, conversation);
    await expect(park(aTask())).rejects.toMatchObject({ code: 'conversation-not-loaded' });
    expect(desk.requests).toEqual([]);
  });

  it('sends nothing while a transfer is open', async () => {
    const { desk, park } = aDesk(parked, aConversation({ transfers: [{ status: 'active' }] }));
    await expect(park(aTask())).rejects.toMatchObject({ code: 'open-invites' });
    expect(desk.requests).toEqual([]);
  });

  it('refuses a task that is not a messaging task, with a text', async () => {
    const { desk, park } = aDesk(parked);
    const call = aTask({ attributes: { from: '+15550100' } });
    await expect(park(call)).rejects.toMatchObject({ code: 'not-a-messaging-task' });
    expect(desk.notifications).toEqual([
      [
        'ParkInteractionParkFailed',
        { customerName: '+15550100', reason: EN_US['ParkInteractionFailure_not-a-messaging-task'] },
      ],
    ]);
  });

  it('finds a name for a customer who has none', async () => {
    const { desk, park } = aDesk(parked);
    await park(aTask({ attributes: { ...MESSAGING_ATTRIBUTES, customerName: '' } }));
    expect(desk.notifications).toEqual([
      ['ParkInteractionParked', { customerName: 'The customer', conversationSid: sid('CH') }],
    ]);
  });
});

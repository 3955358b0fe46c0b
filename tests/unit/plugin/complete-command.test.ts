/** @jest-environment node */
import type { FailureCode } from '../../../plugin-src/flex/failure';
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createCompleteCommand } from '../../../plugin-src/parking/commands/complete';
import type { HeaderTask } from '../../../plugin-src/parking/parking-services';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aConversation, aListItem, aParticipant, aTask, itemsOf, ME, MY_IDENTITY, sid } from './support/fixtures';

type CompleteFunction = FunctionsClient['completeParked'];

const says =
  (status: 'completed' | 'leave-to-flex'): CompleteFunction =>
  async ({ taskSid }) => ({ ok: true, answer: { status, taskSid } });
const fails =
  (code: FailureCode): CompleteFunction =>
  async () => ({ ok: false, failure: { code, message: 'for the log' } });
const silent: CompleteFunction = () => new Promise(() => undefined);

const inState = (current: string, attributes: object = {}) =>
  aConversation({ source: { state: { current }, attributes } });

interface Known {
  conversation?: ReturnType<typeof aConversation> | 'absent';
  state?: Partial<ParkingState>;
  parkedHere?: string[];
}

function aDesk(answer: CompleteFunction, { conversation = 'absent', parkedHere = [], state = {} }: Known = {}) {
  const desk = { requests: [] as unknown[], notifications: [] as unknown[][], timers: [] as (() => void)[] };
  const complete = createCompleteCommand({
    functions: { completeParked: (request) => (desk.requests.push(request), answer(request)) },
    notify: (...said) => void desk.notifications.push(said),
    text: createText(TRANSLATIONS['en-US'], () => undefined),
    parking: () => ({ ...INITIAL_PARKING_STATE, ...state }),
    conversation: () => (conversation === 'absent' ? undefined : conversation),
    wasParkedHere: (taskSid) => parkedHere.includes(taskSid),
    schedule: (run) => (desk.timers.push(run), () => undefined),
  });
  return { ...desk, complete };
}

const wrapping = aTask({ status: 'wrapping' });
const list: ParkingState['list'] = { status: 'ready', items: itemsOf(aListItem()), complete: true };

describe('completing a task', () => {
  it('asks the Function about one in wrap-up, and is done when that is', async () => {
    const desk = aDesk(says('completed'));
    expect(await desk.complete(wrapping)).toBe('completed');
    expect(desk.requests).toMatchObject([{ taskSid: wrapping.taskSid, conversationSid: sid('CH') }]);
  });

  it('is for Flex when the Function says so', async () => {
    expect(await aDesk(says('leave-to-flex')).complete(wrapping)).toBe('by-flex');
  });

  it.each<[string, HeaderTask | undefined]>([
    ['that is not in wrap-up', aTask({ status: 'accepted' })],
    ['that is no messaging task', aTask({ status: 'wrapping', attributes: {} })],
    ['that is not there', undefined],
  ])('is for Flex without asking for a task %s', async (_, task) => {
    const desk = aDesk(says('completed'));
    expect(await desk.complete(task)).toBe('by-flex');
    expect(desk.requests).toEqual([]);
  });

  it('is for Flex without asking when the conversation has certainly ended', async () => {
    const desk = aDesk(says('completed'), { conversation: inState('closed') });
    expect(await desk.complete(wrapping)).toBe('by-flex');
    expect(desk.requests).toEqual([]);
  });

  describe('of which anything tells that it is parked', () => {
    it.each<[string, Known]>([
      ['this page has parked it', { state: { parks: { [sid('WT')]: 'done' } } }],
      ['this browser has parked it before a reload', { parkedHere: [wrapping.taskSid] }],
      ['its conversation is in the agent’s list', { state: { list } }],
      ['its conversation bears the mark', { conversation: inState('active', { mapItemKey: sid('CH') }) }],
      ['its conversation is open, and nobody else is in it', { conversation: inState('active') }],
    ])('is never left to Flex when the Function cannot be reached (%s)', async (_, known) => {
      const desk = aDesk(fails('no-answer'), known);
      await expect(desk.complete(wrapping)).rejects.toMatchObject({ code: 'no-answer' });
      expect(desk.notifications).toMatchObject([['ParkInteractionCompleteFailed', { customerName: 'Grace' }]]);
    });
  });

  describe('of which nothing tells that it is parked', () => {
    it.each<FailureCode>(['no-answer', 'twilio-unavailable', 'invalid-request', 'internal-error', 'not-your-task'])(
      'is for Flex when the Function fails (%s)',
      async (code) => {
        const desk = aDesk(fails(code));
        expect(await desk.complete(wrapping)).toBe('by-flex');
        expect(desk.notifications).toEqual([]);
      },
    );

    it('is for Flex when another agent is in the conversation', async () => {
      const conversation = inState('active');
      const shared = { ...conversation, participants: new Map([...conversation.participants, ['ben', {}] as const]) };
      const others = [
        aParticipant({ type: 'agent', identity: MY_IDENTITY, workerSid: ME }),
        aParticipant({ type: 'agent', identity: 'ben', workerSid: sid('WK', 2) }),
      ];
      const task = aTask({ status: 'wrapping', getParticipants: () => Promise.resolve(others) });
      expect(await aDesk(fails('no-answer'), { conversation: shared }).complete(task)).toBe('by-flex');
    });

    it('is for Flex when the Function is silent for seconds', async () => {
      const desk = aDesk(silent);
      const completing = desk.complete(wrapping);
      desk.timers.forEach((run) => run());
      expect(await completing).toBe('by-flex');
    });

    it.each<FailureCode>(['conversation-is-back', 'complete-unconfirmed'])(
      'is not for Flex when the Function has seen that the conversation lives on (%s)',
      async (code) => {
        await expect(aDesk(fails(code)).complete(wrapping)).rejects.toMatchObject({ code });
      },
    );
  });
});

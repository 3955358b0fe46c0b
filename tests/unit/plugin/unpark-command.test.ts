/** @jest-environment node */
import type { FailureCode } from '../../../plugin-src/flex/failure';
import type { FunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createUnparkCommand } from '../../../plugin-src/parking/commands/unpark';
import { parkingReducer } from '../../../plugin-src/parking/state/parking-reducer';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { failureKey } from '../../../plugin-src/parking/strings/parking-strings';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aListItem, itemsOf, sid } from './support/fixtures';

const EN_US = TRANSLATIONS['en-US'];

type UnparkFunction = FunctionsClient['unpark'];

const conversationSid = sid('CH');
const unparked: UnparkFunction = async (request) => ({
  ok: true,
  answer: { status: 'unparked', conversationSid: request.conversationSid, taskSid: sid('WT', 2) },
});

function aDesk(answer: UnparkFunction) {
  const list: ParkingState['list'] = { status: 'ready', items: itemsOf(aListItem()), complete: true };
  const initial: ParkingState = { ...INITIAL_PARKING_STATE, list };
  const desk = {
    state: initial,
    requests: [] as unknown[],
    notifications: [] as unknown[][],
    awaited: [] as string[],
    reloads: 0,
  };
  const unpark = createUnparkCommand({
    functions: {
      unpark: (request) => {
        desk.requests.push(request);
        return answer(request);
      },
    },
    parking: () => desk.state,
    dispatch: (action) => void (desk.state = parkingReducer(desk.state, action)),
    notify: (id, values) => void desk.notifications.push([id, values]),
    text: createText(EN_US, () => undefined),
    takeWhenOffered: (taskSid) => void desk.awaited.push(taskSid),
    reloadEveryone: () => void (desk.reloads += 1),
  });
  return { desk, unpark, list };
}

describe('the Unpark command', () => {
  it('routes to the caller unless told otherwise', async () => {
    const { desk, unpark } = aDesk(unparked);
    await unpark({ conversationSid });
    expect(desk.requests).toEqual([{ conversationSid, routeTo: 'me' }]);
    expect(desk.notifications).toEqual([['ParkInteractionUnparked', { customerName: 'Grace' }]]);
  });

  it('takes the new task for the agent when it is offered, and reads the supervisors’ list again', async () => {
    const { desk, unpark } = aDesk(unparked);
    await unpark({ conversationSid });
    expect([desk.awaited, desk.reloads]).toEqual([[sid('WT', 2)], 1]);
  });

  it.each(['workflow', 'original'])('says that others get it when routed to %s', async (routeTo) => {
    const { desk, unpark } = aDesk(unparked);
    await unpark({ conversationSid, routeTo });
    expect(desk.requests).toEqual([{ conversationSid, routeTo }]);
    expect(desk.notifications).toEqual([['ParkInteractionUnparkedToOthers', { customerName: 'Grace' }]]);
    expect(desk.awaited).toEqual([]);
  });

  it('is honest when somebody else was first', async () => {
    const { desk, unpark } = aDesk(async () => ({ ok: true, answer: { status: 'already-unparked', conversationSid } }));
    await unpark({ conversationSid });
    expect(desk.notifications).toEqual([['ParkInteractionAlreadyUnparked', { customerName: 'Grace' }]]);
  });

  it('never takes the row away itself', async () => {
    const { desk, unpark, list } = aDesk(unparked);
    await unpark({ conversationSid });
    expect(desk.state.list).toEqual(list);
  });

  it.each<FailureCode>(['conversation-closed', 'channel-gone', 'not-parked', 'twilio-unavailable'])(
    'tells a failure (%s) by its own text, keeps the row, frees it and rejects',
    async (code) => {
      const { desk, unpark, list } = aDesk(async () => ({ ok: false, failure: { code, message: 'for the log' } }));
      await expect(unpark({ conversationSid })).rejects.toMatchObject({ name: 'ParkInteractionError', code });
      expect(desk.notifications).toEqual([
        ['ParkInteractionUnparkFailed', { customerName: 'Grace', reason: EN_US[failureKey(code)] }],
      ]);
      expect(desk.state).toMatchObject({ list, unparks: {} });
    },
  );

  it.each<[FailureCode, object]>([
    ['conversation-closed', { [conversationSid]: true }],
    ['channel-failed', { [conversationSid]: true }],
    ['twilio-unavailable', {}],
  ])('remembers after %s whether the row will go without the customer coming back', async (code, ended) => {
    const { desk, unpark } = aDesk(async () => ({ ok: false, failure: { code, message: '' } }));
    await expect(unpark({ conversationSid })).rejects.toThrow();
    expect(desk.state.ended).toEqual(ended);
  });

  it('asks once for a conversation that is being unparked', async () => {
    const { desk, unpark } = aDesk(unparked);
    const first = unpark({ conversationSid });
    await expect(unpark({ conversationSid })).rejects.toMatchObject({ code: 'busy' });
    await first;
    expect(desk.requests).toHaveLength(1);
  });

  it('can be repeated when no list says that it is done', async () => {
    const { desk, unpark } = aDesk(unparked);
    desk.state = INITIAL_PARKING_STATE;
    await unpark({ conversationSid });
    await unpark({ conversationSid });
    expect(desk.requests).toHaveLength(2);
  });

  it('unparks a conversation that is not in the list', async () => {
    const { desk, unpark } = aDesk(unparked);
    await unpark({ conversationSid: sid('CH', 9) });
    expect(desk.notifications).toEqual([['ParkInteractionUnparked', { customerName: 'The customer' }]]);
  });

  it.each([undefined, {}, { conversationSid: 'nope' }, { conversationSid, routeTo: 'nowhere' }])(
    'refuses the payload %p of another plugin without asking',
    async (payload) => {
      const { desk, unpark } = aDesk(unparked);
      await expect(unpark(payload)).rejects.toMatchObject({ code: 'invalid-request' });
      expect(desk.requests).toEqual([]);
    },
  );
});

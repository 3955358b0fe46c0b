/** @jest-environment node */
import {
  returnAttributes as returnAttributesAt,
  TASK_ATTRIBUTES_MAX_CHARS,
  timesParkedBefore,
} from '../../../../../serverless-functions/src/parking/domain/attributes';
import { ADA, aPark, PARKED_AT_MS, sid } from '../../support/fixtures';

const park = aPark();
const ids = { queueSid: sid('WQ'), workerSid: ADA.workerSid, parkId: 'park-1' };
const originalRouting = { queueName: 'Support', ...ids };

/** What Flex adds to each new task by itself. */
const flexKeys = {
  flexChannelInviteSid: sid('KG'),
  flexInteractionSid: park.interactionSid,
  flexInteractionChannelSid: park.channelSid,
  conversationSid: park.conversationSid,
  channelSid: park.conversationSid,
  channelType: 'web',
};

const HOUR_MS = 3_600_000;
const returnAttributes = (of: Parameters<typeof returnAttributesAt>[0], old: Record<string, unknown>) =>
  returnAttributesAt(of, old, PARKED_AT_MS + HOUR_MS);

/** Attributes that become just as long as said once `rest` and what Flex adds is there. */
function padded(chars: number, rest: object): Record<string, unknown> {
  return { note: 'x'.repeat(chars - JSON.stringify({ note: '', ...rest, ...flexKeys }).length) };
}

function dropped(old: Record<string, unknown>): string | undefined {
  return returnAttributes(park, old)?.dropped;
}

describe('the attributes of the new task', () => {
  it('say that an event of a back office brought it back, with its note, and not that its time has come', () => {
    const back = { atMs: PARKED_AT_MS + 2 * HOUR_MS, route: { to: 'workflow' } } as const;
    const event = { atMs: PARKED_AT_MS + 1, note: 'refund approved' };
    const card = JSON.parse(returnAttributes(aPark({ back, event }), {})?.json ?? '').parkInteraction;
    expect(card).toMatchObject({ event: { note: 'refund approved' } });
    expect(card).not.toHaveProperty('askedFor');
  });

  it('are the old ones, and where the conversation was before', () => {
    const returned = returnAttributes(park, { name: 'Grace', nested: { a: [1] } });
    expect(JSON.parse(returned?.json ?? '')).toEqual({ name: 'Grace', nested: { a: [1] }, originalRouting });
    expect(returned?.dropped).toBe('nothing');
  });

  it('do not carry the dead invite and the original routing of an earlier park', () => {
    const old = { flexChannelInviteSid: sid('KG'), originalRouting: { queueName: 'Old', parkId: 'park-0' } };
    expect(JSON.parse(returnAttributes(park, old)?.json ?? '')).toEqual({ originalRouting });
  });

  it('may, with what Flex adds, take all that TaskRouter allows', () => {
    const old = padded(TASK_ATTRIBUTES_MAX_CHARS, { originalRouting });
    const { json, dropped: without } = returnAttributes(park, old) ?? { json: '{}', dropped: 'all' };
    expect(JSON.stringify({ ...JSON.parse(json), ...flexKeys })).toHaveLength(4096);
    expect(without).toBe('nothing');
  });

  it('lose the queue name, which can be looked up, one character above', () => {
    const old = padded(TASK_ATTRIBUTES_MAX_CHARS + 1, { originalRouting });
    const returned = returnAttributes(park, old);
    expect(returned?.dropped).toBe('queueName');
    expect(JSON.parse(returned?.json ?? '')).toEqual({ ...old, originalRouting: ids });
  });

  it('lose the whole original routing when even that does not fit', () => {
    expect(dropped(padded(TASK_ATTRIBUTES_MAX_CHARS, { originalRouting: ids }))).toBe('queueName');
    const old = padded(TASK_ATTRIBUTES_MAX_CHARS + 1, { originalRouting: ids });
    expect(dropped(old)).toBe('originalRouting');
    expect(JSON.parse(returnAttributes(park, old)?.json ?? '')).toEqual(old);
  });

  it('are the old ones alone as long as those fit with the keys that Flex writes anew, and none beyond', () => {
    const keys = flexKeys;
    const ofLength = (chars: number) => {
      const note = 'x'.repeat(chars - JSON.stringify({ note: '', ...keys }).length);
      return { note, ...keys };
    };
    const { flexChannelInviteSid: _dead, ...kept } = ofLength(TASK_ATTRIBUTES_MAX_CHARS);
    const returned = returnAttributes(park, ofLength(TASK_ATTRIBUTES_MAX_CHARS));
    expect(returned?.dropped).toBe('originalRouting');
    expect(JSON.parse(returned?.json ?? '')).toEqual(kept);
    expect(returnAttributes(park, ofLength(TASK_ATTRIBUTES_MAX_CHARS + 1))).toBeUndefined();
  });

  it('are as long as before for a task that has the keys of Flex already', () => {
    const old = { ...padded(TASK_ATTRIBUTES_MAX_CHARS, { originalRouting }), ...flexKeys };
    expect(dropped(old)).toBe('nothing');
    expect(dropped({ ...old, one: 1 })).toBe('queueName');
  });

  it('carry a card for the next agent when the park has a note', () => {
    const note = { reason: 'bank', text: 'call on Monday', timesParked: 2 };
    const noted = aPark({ note, agent: { ...park.agent, identity: 'ada_2Eo_40example_2Ecom' } });
    const attributes = JSON.parse(returnAttributes(noted, {})?.json ?? '');
    const parkedAt = '2026-03-04T12:00:00.000Z';
    const card = { agentName: 'ada.o@example.com', parkedAt, timesParked: 2, reason: 'bank', note: 'call on Monday' };
    expect(attributes).toEqual({ originalRouting, parkInteraction: card });
    expect(timesParkedBefore(attributes)).toBe(2);
  });

  it('tell the next agent that the time has come which the one before chose', () => {
    const back = { atMs: PARKED_AT_MS + HOUR_MS, route: { to: 'workflow' } } as const;
    const card = { agentName: 'ada', parkedAt: '2026-03-04T12:00:00.000Z', timesParked: 3 };
    const cardOf = (of: typeof park) =>
      JSON.parse(returnAttributes(of, { parkInteraction: { timesParked: 2 } })?.json ?? '').parkInteraction;
    expect(cardOf(aPark({ back }))).toEqual({ ...card, askedFor: '2026-03-04T13:00:00.000Z' });
    expect(cardOf(aPark({ back: { ...back, atMs: back.atMs + 1 } }))).toEqual(card);
  });

  it('lose the card first, and an old card always', () => {
    const noted = aPark({ note: { text: 'long', timesParked: 1 } });
    const old = padded(TASK_ATTRIBUTES_MAX_CHARS, { originalRouting });
    expect(returnAttributes(noted, old)?.dropped).toBe('card');
    expect(JSON.parse(returnAttributes(park, { parkInteraction: { timesParked: 1 } })?.json ?? '')).toEqual({
      originalRouting,
    });
  });
});

describe('how often it was parked', () => {
  it.each([{}, { parkInteraction: 'x' }, { parkInteraction: null }, { parkInteraction: { timesParked: '3' } }])(
    'is unknown, so never, in %j',
    (attributes) => expect(timesParkedBefore(attributes)).toBe(0),
  );
});

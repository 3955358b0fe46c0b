import fc from 'fast-check';

import { ids } from '../../../../local-twilio/src/account/seed/contact-centre';
import type { Floor } from './floor';
import { badTokens, foreseenTokens } from './tokens';

/** Names that the Functions read, and some that JavaScript gives a meaning to. */
const NAMES = [
  'Token',
  'taskSid',
  'interactionSid',
  'channelSid',
  'conversationSid',
  'lastSeenMessageIndex',
  'reason',
  'note',
  'routeTo',
  'workerSid',
  'queueSid',
  'cursor',
  'change',
  'seen',
  'save',
  'EventType',
  'ConversationSid',
  'Index',
  'Author',
  'ParticipantSid',
  'parkId',
  'TaskSid',
  'TaskAttributes',
  'type',
  'data',
  '0',
  '1',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'request',
  'data[payload]',
  'Token[]',
  'conversationSid.sid',
];

const WORDS = [
  'me',
  'workflow',
  'original',
  'worker',
  'queue',
  'onMessageAdded',
  'task.canceled',
  'reservation.accepted',
  'constructor',
];

/** Right and wrong SIDs of a floor: an agent's own, another's, of another kind, and none that ever was. */
function sidsOf({ adaServes, benServes, adaParked, benParked, desk }: Floor): string[] {
  const served = [adaServes, benServes, adaParked, benParked].flatMap((one) => Object.values(one));
  const people = (['ada', 'ben'] as const).map((username) => desk.person(username).workerSid);
  const customers = [adaParked, benParked].flatMap(({ conversationSid }) => [
    ...desk.conversation(conversationSid).participants.keys(),
  ]);
  const none = ['WT', 'KD', 'UO', 'CH', 'WK', 'MB'].map((prefix) => `${prefix}${'0'.repeat(32)}`);
  return [...served, ...people, ...customers, ...none];
}

function anyToken({ tokens }: Floor): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(foreseenTokens), ...Object.values(badTokens)) },
    { weight: 1, arbitrary: fc.string() },
  );
}

/** A request near enough to a right one to get past the first check. */
function nearly(floor: Floor, path: string): fc.Arbitrary<Record<string, unknown>> {
  const served = [floor.adaServes, floor.benServes, floor.adaParked, floor.benParked];
  const sid = fc.constantFrom(...sidsOf(floor));
  const queue = fc.constantFrom(ids.queues.support, ids.queues.sales);
  const parkId = fc.oneof(fc.string({ minLength: 1, maxLength: 64 }), fc.constant('0'.repeat(16)));
  const taskEvent = fc.constantFrom('task.canceled', 'task.deleted', 'workflow.timeout', 'reservation.accepted');
  const isWake = path === 'webhooks/unpark-interaction';
  const eventType = mostly(isWake ? fc.constant('onMessageAdded') : taskEvent, fc.string());
  const attributes = fc.oneof(
    fc.constantFrom(...served.map(({ conversationSid }) => JSON.stringify({ conversationSid }))),
    fc.json(),
    fc.string(),
  );
  const whole = fc.constantFrom(...served).chain((one) =>
    fc.record({
      ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, fc.constant(value)])),
      Token: anyToken(floor),
      lastSeenMessageIndex: mostly(fc.nat(), fc.oneof(fc.integer(), fc.constantFrom('-1', '1e9', '0x10', 'NaN', ''))),
      ConversationSid: fc.constant(one.conversationSid),
      EventType: eventType,
      Index: mostly(fc.nat(), fc.oneof(fc.integer(), fc.constantFrom('', '0', 'x'))),
      Author: fc.oneof(fc.string(), fc.constantFrom('grace', 'ada_40example_2Ecom', '+15550003333')),
      ParticipantSid: fc.oneof(sid, fc.constant('')),
      parkId,
      TaskSid: sid,
      TaskAttributes: attributes,
      routeTo: mostly(fc.constantFrom('me', 'workflow', 'original', 'worker', 'queue'), fc.string()),
      workerSid: sid,
      queueSid: mostly(queue, sid),
    }),
  );
  const change = fc.dictionary(fc.constantFrom(...NAMES), value(floor), { maxKeys: 3 });
  const changes = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: change });
  return fc.tuple(whole, changes).map(([request, changed]) => ({ ...request, ...changed }));
}

function mostly<Usual>(usual: fc.Arbitrary<Usual>, rarely: fc.Arbitrary<Usual | string | object>) {
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: rarely });
}

function value(floor: Floor): fc.Arbitrary<unknown> {
  const huge = fc.nat({ max: 200_000 }).map((length) => 'A'.repeat(length));
  return fc.oneof(
    fc.constantFrom(...sidsOf(floor)),
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary' }),
    fc.anything({ withNullPrototype: true, maxDepth: 2 }),
    fc.array(fc.string(), { maxLength: 3 }),
    { weight: 1, arbitrary: huge },
  );
}

/** What admins, and others, may want of the settings; some of it is saved. */
function settingsRequests(floor: Floor): fc.Arbitrary<Record<string, unknown>> {
  const names = fc.constantFrom('enabled', 'history_days', 'queues', 'note_reasons', 'when_due', '__proto__', 'other');
  const values = fc.oneof(
    fc.constantFrom<unknown>(
      true,
      false,
      null,
      7,
      -1,
      1e400,
      'worker',
      [],
      ['one'],
      {},
      { Sales: { may_park: false } },
    ),
    fc.jsonValue(),
  );
  const change = fc
    .record({ set: fc.dictionary(names, values, { maxKeys: 3 }), reset: fc.array(names, { maxLength: 3 }) })
    .map((wanted) => JSON.stringify(wanted));
  // Of the floor as it was opened; once something was saved it is out of date.
  const seen = JSON.stringify({ enabled: true, show_list: true });
  return fc.record(
    {
      Token: anyToken(floor),
      change: mostly(change, fc.oneof(fc.json(), fc.string())),
      seen: mostly(fc.constant(seen), fc.oneof(fc.json(), fc.string())),
      save: mostly(fc.constant('yes'), fc.string()),
    },
    { requiredKeys: ['Token'] },
  );
}

/** What may reach a Function: any fields at all, and requests that are nearly right. */
export function requests(floor: Floor, path: string): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
  const anyFields = fc.dictionary(name, value(floor), { maxKeys: 8 });
  const withToken = fc.tuple(anyFields, anyToken(floor)).map(([fields, Token]) => ({ ...fields, Token }));
  if (path === 'flex/parking-settings') return fc.oneof(anyFields, withToken, settingsRequests(floor));
  return fc.oneof(
    { weight: 1, arbitrary: anyFields },
    { weight: 1, arbitrary: withToken },
    { weight: 4, arbitrary: nearly(floor, path) },
  );
}

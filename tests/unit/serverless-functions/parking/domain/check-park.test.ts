/** @jest-environment node */
import {
  checkPark,
  identitiesInDoubt,
  type ParkTerms,
  type Situation,
} from '../../../../../serverless-functions/src/parking/domain/check-park';
import { DEFAULT_WORKFLOW, SETTINGS } from '../fake-world';
import { ADA, aPark, BEN, GRACE, PARKED_AT_MS, sid, TASK_ATTRIBUTES } from '../../support/fixtures';

const { task } = aPark();
const adaInChannel = { sid: sid('UT'), type: 'agent', taskSid: task.sid, workerSid: ADA.workerSid };
const graceInChannel = { sid: sid('UT', 9), type: 'customer' };
const adaInConversation = { sid: sid('MB', 8), identity: 'ada' };
const graceInConversation = { sid: GRACE.participantSid, identity: 'grace' };

/** Messages of the agent, newest first. */
const upTo = (index: number) => Array.from({ length: index + 1 }, (_, at) => ({ index: index - at, author: 'ada' }));

const allIsWell: Situation = {
  task: { ...task, status: 'assigned' },
  interactionParticipants: [graceInChannel, adaInChannel],
  conversationParticipants: [graceInConversation, adaInConversation],
  newestMessages: upTo(5),
};

const terms: ParkTerms = {
  request: {
    taskSid: task.sid,
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    conversationSid: sid('CH'),
    lastSeenMessageIndex: 3,
  },
  caller: { workerSid: ADA.workerSid, identity: 'ada' },
  parkId: 'park-1',
  nowMs: PARKED_AT_MS,
  settings: { ...SETTINGS, mayPark: true },
  attributes: TASK_ATTRIBUTES,
  knownWorkers: new Set(),
  defaultWorkflowSid: DEFAULT_WORKFLOW,
};

type Changes = { situation?: Partial<Situation>; terms?: Partial<ParkTerms> };
const check = (changes: Changes) => checkPark({ ...allIsWell, ...changes.situation }, { ...terms, ...changes.terms });

function parkOf(changes: Changes) {
  const checked = check(changes);
  if (!checked.ok) throw new Error(checked.code);
  return checked.park;
}

describe('parking', () => {
  it('keeps all that coming back will need', () => {
    const reply = { route: { to: 'workflow' }, priorityBoost: 0, unparkTimeoutSeconds: 120 } as const;
    expect(check({})).toStrictEqual({ ok: true, park: aPark({ reply, historyDays: 30 }) });
  });

  it.each<[string, Changes, string]>([
    ['TaskRouter does not know the task', { situation: { task: undefined } }, 'task-not-found'],
    ['it is no messaging task', { terms: { attributes: { callSid: 'CA' } } }, 'not-a-messaging-task'],
    [
      'the task belongs to another conversation',
      { terms: { attributes: { ...TASK_ATTRIBUTES, conversationSid: sid('CH', 2) } } },
      'not-your-task',
    ],
    [
      'the task belongs to another interaction',
      { terms: { attributes: { ...TASK_ATTRIBUTES, flexInteractionSid: sid('KD', 2) } } },
      'not-your-task',
    ],
    [
      'the task belongs to another channel',
      { terms: { attributes: { ...TASK_ATTRIBUTES, flexInteractionChannelSid: sid('UO', 2) } } },
      'not-your-task',
    ],
    ['the caller is not on the channel', { situation: { interactionParticipants: [graceInChannel] } }, 'not-your-task'],
    ['the task is another agent’s', { terms: { caller: { ...BEN } } }, 'not-your-task'],
    [
      'the caller is on the channel with another task',
      { situation: { interactionParticipants: [{ ...adaInChannel, taskSid: sid('WT', 5) }] } },
      'not-your-task',
    ],
    [
      'the caller is not in the conversation',
      { situation: { conversationParticipants: [graceInConversation] } },
      'not-your-task',
    ],
    ['the task is only offered', { situation: { task: { ...task, status: 'reserved' } } }, 'task-not-assigned'],
    ['the task is wrapping up', { situation: { task: { ...task, status: 'wrapping' } } }, 'task-not-assigned'],
    ['a Flex user is among the others', { terms: { knownWorkers: new Set(['grace']) } }, 'other-participants'],
    ['the queue’s are not parked', { terms: { settings: { ...SETTINGS, mayPark: false } } }, 'queue-may-not-park'],
    ['nobody could write back', { situation: { conversationParticipants: [adaInConversation] } }, 'no-customer'],
    [
      'the task’s own attributes do not fit',
      { terms: { attributes: { ...TASK_ATTRIBUTES, note: 'x'.repeat(4096) } } },
      'attributes-too-large',
    ],
  ])('is refused when %s', (_, changes, code) => {
    expect(check(changes)).toEqual({ ok: false, code });
  });

  it('of a task without a workflow comes back by the account’s default one', () => {
    const withoutWorkflow = { situation: { task: { ...task, status: 'assigned', workflowSid: undefined } } };
    expect(parkOf(withoutWorkflow).task.workflowSid).toBe(DEFAULT_WORKFLOW);
    const checked = check({ ...withoutWorkflow, terms: { defaultWorkflowSid: undefined } });
    expect(checked).toEqual({ ok: false, code: 'no-workflow' });
  });

  it('does not believe that the agent saw messages which are not there', () => {
    expect(parkOf({ situation: { newestMessages: upTo(2) } }).lastSeenMessageIndex).toBe(2);
    expect(parkOf({ situation: { newestMessages: upTo(-1) } }).lastSeenMessageIndex).toBe(-1);
    expect(parkOf({ situation: { newestMessages: upTo(9) } }).lastSeenMessageIndex).toBe(3);
  });

  it('remembers every customer, with identity or address as they have them', () => {
    const wanda = { sid: sid('MB', 2), address: 'whatsapp:+15550002' };
    const conversationParticipants = [graceInConversation, wanda, adaInConversation];
    expect(parkOf({ situation: { conversationParticipants } }).customers).toStrictEqual([
      GRACE,
      { participantSid: sid('MB', 2), address: 'whatsapp:+15550002' },
    ]);
  });

  it('says “unknown” for a channel type that the task does not tell', () => {
    const { channelType: _, ...attributes } = TASK_ATTRIBUTES;
    expect(parkOf({ terms: { attributes } }).channelType).toBe('unknown');
  });
});

describe('when the customer spoke last', () => {
  const newestMessages = [
    { index: 5, author: 'system', atMs: PARKED_AT_MS },
    { index: 4, author: 'grace', participantSid: GRACE.participantSid, atMs: PARKED_AT_MS - 1000 },
    { index: 3, author: 'grace', participantSid: GRACE.participantSid, atMs: PARKED_AT_MS - 2000 },
  ];
  const settings = { ...terms.settings, customerSpokeLast: 'refuse' } as const;

  it('parking is refused where the configuration says so', () => {
    const spokeLast = { situation: { newestMessages: newestMessages.slice(1) } };
    expect(check({ ...spokeLast, terms: { settings } })).toEqual({ ok: false, code: 'customer-spoke-last' });
    expect(check(spokeLast).ok).toBe(true);
  });

  it('but somebody answered since, it is not', () => {
    expect(check({ situation: { newestMessages }, terms: { settings } }).ok).toBe(true);
    expect(check({ situation: { newestMessages: [] }, terms: { settings } }).ok).toBe(true);
  });

  it('it is kept when that was, for the reply windows', () => {
    expect(parkOf({ situation: { newestMessages } }).lastCustomerMessageAtMs).toBe(PARKED_AT_MS - 1000);
    expect(parkOf({})).not.toHaveProperty('lastCustomerMessageAtMs');
  });
});

describe('the note of a park', () => {
  const settings = { ...terms.settings, askForNote: true };
  const request = { ...terms.request, reason: 'waits for the bank', note: 'call back on Monday' };

  it('is what the agent wrote, and how often the conversation was parked', () => {
    const said = { reason: 'waits for the bank', text: 'call back on Monday' };
    expect(parkOf({ terms: { settings, request } }).note).toEqual({ ...said, timesParked: 1 });
    const attributes = { ...TASK_ATTRIBUTES, parkInteraction: { timesParked: 2 } };
    expect(parkOf({ terms: { settings, request, attributes } }).note).toEqual({ ...said, timesParked: 3 });
  });

  it('is not kept while notes are switched off, but why it was parked is', () => {
    expect(parkOf({ terms: { request } }).note).toEqual({ reason: 'waits for the bank', timesParked: 1 });
    const noReason = { ...request, reason: undefined };
    expect(parkOf({ terms: { request: noReason } })).not.toHaveProperty('note');
  });

  it('may be empty', () => expect(parkOf({ terms: { settings } }).note).toStrictEqual({ timesParked: 1 }));
});

describe('who may be a Flex user', () => {
  const doubts = (changes: Partial<Situation>) => identitiesInDoubt({ ...allIsWell, ...changes }, 'ada');
  const ben = { sid: sid('MB', 7), identity: 'ben' };
  const wanda = { sid: sid('MB', 2), address: 'whatsapp:+15550002' };

  it('is nobody when as many people are there as Flex lists as customers', () => expect(doubts({})).toEqual([]));

  it('is nobody when everybody has a messaging address', () => {
    const conversationParticipants = [wanda, adaInConversation];
    expect(doubts({ conversationParticipants, interactionParticipants: [adaInChannel] })).toEqual([]);
  });

  it('is everybody with a chat identity alone when there is one too many', () => {
    const conversationParticipants = [graceInConversation, ben, adaInConversation];
    expect(doubts({ conversationParticipants })).toEqual(['grace', 'ben']);
  });

  it('is never somebody with a messaging address', () => {
    const conversationParticipants = [wanda, ben, adaInConversation];
    expect(doubts({ conversationParticipants })).toEqual(['ben']);
  });

  it('is the customer of the web too while Flex lists no customers', () => {
    expect(doubts({ interactionParticipants: [adaInChannel] })).toEqual(['grace']);
  });
});

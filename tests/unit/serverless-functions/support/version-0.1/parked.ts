/**
 * What is parked today: Sync documents, a row and a webhook as version 0.1 (23f28b8) wrote them. Copied by hand, so that
 * no change of today's code changes them too.
 */
const nth = (prefix: string, n = 1) => `${prefix}${n.toString(16).padStart(32, '0')}`;

const PARKED_AT_MS = Date.parse('2026-03-04T12:00:00Z');

const park = {
  parkId: 'park-1',
  parkedAtMs: PARKED_AT_MS,
  conversationSid: nth('CH'),
  interactionSid: nth('KD'),
  channelSid: nth('UO'),
  channelType: 'web',
  task: {
    sid: nth('WT'),
    attributes: JSON.stringify({
      conversationSid: nth('CH'),
      flexInteractionSid: nth('KD'),
      flexInteractionChannelSid: nth('UO'),
      channelType: 'web',
      customerName: 'Grace',
      customerAddress: 'grace@example.com',
    }),
    workflowSid: nth('WW'),
    queueSid: nth('WQ'),
    queueName: 'Support',
    taskChannelUniqueName: 'chat',
    priority: 7,
  },
  agent: { workerSid: nth('WK'), identity: 'ada', participantSid: nth('UT'), name: 'Ada Okafor' },
  customers: [{ participantSid: nth('MB'), identity: 'grace' }],
  lastSeenMessageIndex: 3,
  lastCustomerMessageAtMs: PARKED_AT_MS - 60_000,
  showList: true,
  reply: { route: { to: 'workflow' }, priorityBoost: 0 },
};

const traces = {
  webhookSid: nth('WH'),
  listItem: { mapSid: nth('MP'), mapItemKey: nth('CH'), revision: '1' },
};

const worker = { to: 'worker', workerSid: nth('WK'), timeoutSeconds: 60 };
const claim = { claimedAtMs: PARKED_AT_MS + 60_000, claimId: 'claim-1' };

/** By what they are. Parks of the first days bear no reply plan, and invites of agents no timeout. */
export const RECORDS: Record<string, object> = {
  parking: {
    state: 'parking',
    park,
    traces: {},
    lateCallsUntilMs: PARKED_AT_MS + 30_000,
    claimedAtMs: PARKED_AT_MS,
    replyPending: false,
  },
  'parking, with a reply': {
    state: 'parking',
    park,
    traces: {},
    lateCallsUntilMs: PARKED_AT_MS + 30_000,
    claimedAtMs: PARKED_AT_MS,
    replyPending: true,
  },
  parked: { state: 'parked', park, traces },
  'parked before there was a choice': { state: 'parked', park: { ...park, reply: undefined }, traces },
  'parked, with all that may be': {
    state: 'parked',
    park: {
      ...park,
      slot: { max: 5 },
      wrapUp: true,
      reply: { route: { to: 'worker', timeoutSeconds: 60, events: 'callback' }, priorityBoost: 10 },
      note: { reason: 'bank', text: 'call on Monday', timesParked: 2 },
    },
    traces,
    lateCallsUntilMs: PARKED_AT_MS + 30_000,
  },
  'parked, for a queue': {
    state: 'parked',
    park: { ...park, reply: { route: { to: 'queue', queueSid: nth('WQ', 9) }, priorityBoost: 0 } },
    traces,
  },
  'parked, with a problem': { state: 'parked', park, traces, problem: 'routing-refused' },
  'parked, with a flow': {
    state: 'parked',
    park: { ...park, reply: { route: { to: 'studio', flowSid: nth('FW'), timeoutMinutes: 10 }, priorityBoost: 0 } },
    traces,
    flow: { untilMs: PARKED_AT_MS + 660_000 },
  },
  'unparking for the customer': {
    state: 'unparking',
    park,
    traces,
    ...claim,
    cause: 'customer-wrote',
    target: { to: 'workflow' },
  },
  'unparking for the agent': { state: 'unparking', park, traces, ...claim, cause: 'agent-asked', target: worker },
  'returning by the workflow': {
    state: 'returning',
    park,
    traces,
    sinceMs: PARKED_AT_MS + 61_000,
    taskSid: nth('WT', 2),
    cause: 'customer-wrote',
    target: { to: 'workflow' },
  },
  'returning to the agent': {
    state: 'returning',
    park,
    traces,
    sinceMs: PARKED_AT_MS + 61_000,
    taskSid: nth('WT', 2),
    cause: 'agent-asked',
    target: { to: 'worker', workerSid: nth('WK') },
  },
};

export const RECORD_NAME = `ParkedInteraction_${nth('CH')}`;

export const ROW = {
  parkId: 'park-1',
  conversationSid: nth('CH'),
  interactionSid: nth('KD'),
  channelSid: nth('UO'),
  workerSid: nth('WK'),
  customerName: 'Grace',
  customerAddress: 'grace@example.com',
  channelType: 'web',
  queueName: 'Support',
  parkedAt: '2026-03-04T12:00:00.000Z',
  lastCustomerMessageAt: '2026-03-04T11:59:00.000Z',
  reason: 'bank',
  note: 'call on Monday',
};

export const ROW_MAP = `ParkedInteractions_${nth('WK')}`;

export const WAKE_URL = 'https://parking-local.twil.io/webhooks/unpark-interaction?parkId=park-1';

export const LEASE_NAME = 'ParkingReconcileLease';
export const LEASES = [{ untilMs: PARKED_AT_MS }, { untilMs: PARKED_AT_MS, cursor: 'PageSize=50&Page=1&PageToken=t' }];

/** Answers of its Functions, by the Function. */
export const ANSWERS = {
  park: [
    { status: 'parked', conversationSid: nth('CH'), listItem: { mapSid: nth('MP'), mapItemKey: nth('CH') } },
    { status: 'parked', conversationSid: nth('CH') },
    { status: 'returned', conversationSid: nth('CH') },
  ],
  unpark: [
    { status: 'unparked', conversationSid: nth('CH'), taskSid: nth('WT', 2) },
    { status: 'already-unparked', conversationSid: nth('CH') },
  ],
  everyone: [
    { status: 'everyone', items: [] },
    {
      status: 'everyone',
      items: [{ ...ROW, agentName: 'Ada Okafor', state: 'parked', problem: 'routing-refused' }],
      nextCursor: 'PageSize=50&Page=1&PageToken=t',
    },
  ],
  reconcile: [
    { status: 'leased' },
    {
      status: 'reconciled',
      checked: 1,
      repairs: [{ conversationSid: nth('CH'), what: 'webhook created' }],
      needsAPerson: [{ conversationSid: nth('CH'), what: 'channel-gone' }],
      more: false,
    },
  ],
  preview: [
    {
      status: 'preview',
      conversationSid: nth('CH'),
      messages: [
        { index: 0, from: 'customer', author: 'grace', body: '', hasMedia: true, at: '2026-03-04T12:00:00.000Z' },
      ],
      more: true,
    },
  ],
  completeParked: [
    { status: 'completed', taskSid: nth('WT') },
    { status: 'leave-to-flex', taskSid: nth('WT') },
  ],
  error: [{ code: 'busy', message: 'This conversation is just being parked or unparked. Try again in a few seconds.' }],
};

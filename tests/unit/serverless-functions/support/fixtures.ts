import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import type {
  Park,
  ParkedRecord,
  ParkingRecord,
  ReturningRecord,
  Traces,
  UnparkingRecord,
} from '../../../../serverless-functions/src/parking/domain/record';

/** The nth SID of a kind: two letters and 32 hex digits. */
export function sid<Prefix extends string>(prefix: Prefix, n = 1): `${Prefix}${string}` {
  return `${prefix}${n.toString(16).padStart(32, '0')}`;
}

export const PARKED_AT_MS = Date.parse('2026-03-04T12:00:00Z');
export const PARKED_TASK = sid('WT', 1);
export const NEW_TASK = sid('WT', 2);
export const ADA: Caller = { workerSid: sid('WK', 1), identity: 'ada', roles: ['agent'] };
export const BEN: Caller = { workerSid: sid('WK', 2), identity: 'ben', roles: ['agent'] };
export const SOFIA: Caller = { workerSid: sid('WK', 3), identity: 'sofia', roles: ['agent', 'supervisor'] };
export const GRACE = { participantSid: sid('MB', 1), identity: 'grace' };

export const TASK_ATTRIBUTES = {
  conversationSid: sid('CH'),
  flexInteractionSid: sid('KD'),
  flexInteractionChannelSid: sid('UO'),
  channelType: 'web',
  customerName: 'Grace',
  customerAddress: 'grace@example.com',
};

export const TRACES: Traces = {
  webhookSid: sid('WH'),
  listItem: { mapSid: sid('MP'), mapItemKey: sid('CH'), revision: '1' },
};

export function aPark(changes: Partial<Park> = {}): Park {
  return {
    parkId: 'park-1',
    parkedAtMs: PARKED_AT_MS,
    conversationSid: sid('CH'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    channelType: 'web',
    task: {
      sid: PARKED_TASK,
      attributes: JSON.stringify(TASK_ATTRIBUTES),
      workflowSid: sid('WW'),
      queueSid: sid('WQ'),
      queueName: 'Support',
      taskChannelUniqueName: 'chat',
      priority: 7,
    },
    agent: { workerSid: ADA.workerSid, identity: ADA.identity, participantSid: sid('UT') },
    customers: [GRACE],
    lastSeenMessageIndex: 3,
    showList: true,
    ...changes,
  };
}

export function parkingRecord(changes: Partial<ParkingRecord> = {}): ParkingRecord {
  const lateCallsUntilMs = PARKED_AT_MS + 30_000;
  return {
    state: 'parking',
    park: aPark(),
    traces: {},
    lateCallsUntilMs,
    claimedAtMs: PARKED_AT_MS,
    replyPending: false,
    ...changes,
  };
}

export function parkedRecord(changes: Partial<ParkedRecord> = {}): ParkedRecord {
  return { state: 'parked', park: aPark(), traces: TRACES, ...changes };
}

export function unparkingRecord(changes: Partial<UnparkingRecord> = {}): UnparkingRecord {
  return {
    state: 'unparking',
    park: aPark(),
    traces: TRACES,
    claimedAtMs: PARKED_AT_MS + 60_000,
    claimId: 'claim-1',
    cause: 'customer-wrote',
    target: { to: 'workflow' },
    ...changes,
  };
}

export function returningRecord(changes: Partial<ReturningRecord> = {}): ReturningRecord {
  return {
    state: 'returning',
    park: aPark(),
    traces: TRACES,
    sinceMs: PARKED_AT_MS + 61_000,
    taskSid: NEW_TASK,
    cause: 'customer-wrote',
    target: { to: 'workflow' },
    ...changes,
  };
}

import type { ErrorCode } from '../../contract/error-codes';
import type { Claim, EventName, EventOf, ParkingEvent } from './events';
import {
  stateOf,
  stays,
  type InteractionRecord,
  type Park,
  type ParkedRecord,
  type ParkingRecord,
  type ReturningRecord,
  type StateName,
  type UnparkingRecord,
} from './record';
import { replyTarget } from './routing';
import { isStale, STALE_AFTER_MS } from './stale';

export type IgnoredReason =
  | 'nothing-parked'
  | 'already-parked'
  | 'already-unparked'
  | 'being-unparked'
  | 'served'
  | 'another-park'
  | 'another-claim'
  | 'another-task'
  | 'repeat'
  | 'too-late';

export type Outcome =
  /** `record` undefined: nothing is parked any more, the traces are to be cleaned. */
  | { kind: 'moved'; record: InteractionRecord | undefined }
  | { kind: 'ignored'; why: IgnoredReason }
  | { kind: 'refused'; code: ErrorCode };

interface RecordIn {
  none: undefined;
  parking: ParkingRecord;
  parked: ParkedRecord;
  unparking: UnparkingRecord;
  returning: ReturningRecord;
}

type Table = {
  [State in StateName]: { [Name in EventName]: (record: RecordIn[State], event: EventOf<Name>) => Outcome };
};

const moved = (record: InteractionRecord | undefined): Outcome => ({ kind: 'moved', record });
const refused = (code: ErrorCode): Outcome => ({ kind: 'refused', code });
const ignored = (why: IgnoredReason) => (): Outcome => ({ kind: 'ignored', why });

const forget = (): Outcome => moved(undefined);

function parking(park: Park): Outcome {
  const claimedAtMs = park.parkedAtMs;
  const lateCallsUntilMs = claimedAtMs + STALE_AFTER_MS;
  return moved({ state: 'parking', park, traces: {}, lateCallsUntilMs, claimedAtMs, replyPending: false });
}

function named(park: Park, name: string | undefined): Park {
  return name === undefined ? park : { ...park, agent: { ...park.agent, name } };
}

function unparking(from: Kept, claim: Claim, why: Pick<UnparkingRecord, 'cause' | 'target' | 'flow'>): Outcome {
  return moved({ state: 'unparking', ...kept(from), claimedAtMs: claim.atMs, claimId: claim.claimId, ...why });
}

type Kept = Pick<InteractionRecord, 'park' | 'traces' | 'lateCallsUntilMs'>;

function kept({ park, traces, lateCallsUntilMs }: Kept): Kept {
  return { park, traces, ...(lateCallsUntilMs !== undefined && { lateCallsUntilMs }) };
}

/** The first try to route a reply goes where the settings say; every later one by the workflow. */
function asSet(park: Park): Pick<UnparkingRecord, 'cause' | 'target'> {
  return { cause: 'customer-wrote', target: replyTarget(park) };
}

const byWorkflow = { cause: 'customer-wrote', target: { to: 'workflow' } } as const;

/** The rule book: what each event means in each state. Total, so that a new state or event fails to compile here. */
const table: Table = {
  none: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('nothing-parked'),
    parkFailed: ignored('nothing-parked'),
    customerWrote: ignored('nothing-parked'),
    unparkAsked: () => refused('not-parked'),
    inviteSent: ignored('nothing-parked'),
    handedOver: ignored('nothing-parked'),
    inviteFailed: ignored('nothing-parked'),
    taskAccepted: ignored('nothing-parked'),
    taskDied: ignored('nothing-parked'),
    conversationClosed: ignored('nothing-parked'),
  },
  parking: {
    parkAsked: (record, { park }) => (isStale(record, park.parkedAtMs) ? parking(park) : refused('busy')),
    agentReleased: (record, event) => {
      if (event.parkId !== record.park.parkId) return ignored('another-park')();
      const { lateCallsUntilMs } = record;
      const park = named(record.park, event.agentName);
      const traces = { ...record.traces, ...event.traces };
      const left = kept(event.settled ? { park, traces } : { park, traces, lateCallsUntilMs });
      return record.replyPending || event.replied
        ? unparking(left, event.claim, asSet(park))
        : moved({ state: 'parked', ...left });
    },
    parkFailed: (record, event) => (event.parkId === record.park.parkId ? forget() : ignored('another-park')()),
    customerWrote: (record, event) => {
      if (event.agentGone) return unparking(record, event.claim, asSet(record.park));
      return record.replyPending ? ignored('repeat')() : moved({ ...record, replyPending: true });
    },
    unparkAsked: () => refused('busy'),
    inviteSent: ignored('too-late'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: ignored('another-task'),
    taskDied: ignored('another-task'),
    conversationClosed: forget,
  },
  parked: {
    parkAsked: (record, { park }) =>
      park.task.sid === record.park.task.sid ? ignored('already-parked')() : parking(park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: (record, event) => {
      if (event.byWorkflow) return unparking(record, event.claim, byWorkflow);
      if (!record.flow) return unparking(record, event.claim, asSet(record.park));
      return event.claim.atMs < record.flow.untilMs ? ignored('served')() : unparking(record, event.claim, byWorkflow);
    },
    unparkAsked: (record, event) =>
      mayUnpark(record, event)
        ? unparking(record, event.claim, { cause: 'agent-asked', target: event.target, ...stays(record) })
        : refused('not-your-park'),
    inviteSent: ignored('too-late'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: ignored('another-task'),
    taskDied: ignored('another-task'),
    conversationClosed: forget,
  },
  unparking: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: ignored('being-unparked'),
    unparkAsked: (record, event) => (mayUnpark(record, event) ? ignored('being-unparked')() : refused('not-your-park')),
    inviteSent: (record, event) => {
      if (event.claimId !== record.claimId) return ignored('another-claim')();
      const { cause } = record;
      const { taskSid, target = record.target, atMs: sinceMs } = event;
      const left = event.settled ? record : { ...record, lateCallsUntilMs: sinceMs + STALE_AFTER_MS };
      return moved({ state: 'returning', ...kept(left), cause, target, taskSid, sinceMs });
    },
    handedOver: (record, { claimId, untilMs }) =>
      claimId === record.claimId
        ? moved({ state: 'parked', ...kept(record), flow: { untilMs } })
        : ignored('another-claim')(),
    inviteFailed: (record, event) => {
      if (event.claimId !== record.claimId) return ignored('another-claim')();
      return moved({ state: 'parked', ...kept(record), ...stays(record, event.problem) });
    },
    taskAccepted: ignored('another-task'),
    taskDied: ignored('another-task'),
    conversationClosed: forget,
  },
  returning: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: (record, event) => (event.served ? ignored('served')() : unparking(record, event.claim, byWorkflow)),
    unparkAsked: (record, event) => {
      if (!mayUnpark(record, event)) return refused('not-your-park');
      if (event.served) return ignored('already-unparked')();
      return unparking(record, event.claim, { cause: 'agent-asked', target: event.target });
    },
    inviteSent: ignored('repeat'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: (record, event) => (event.taskSid === record.taskSid ? forget() : ignored('another-task')()),
    taskDied: (record, event) => {
      if (event.taskSid !== record.taskSid) return ignored('another-task')();
      if (event.customerWaiting || record.cause === 'customer-wrote') return unparking(record, event.claim, byWorkflow);
      return moved({ state: 'parked', ...kept(record) });
    },
    conversationClosed: forget,
  },
};

function mayUnpark(record: InteractionRecord, { by }: EventOf<'unparkAsked'>): boolean {
  return by.mayActOnAll || by.workerSid === record.park.agent.workerSid;
}

/** The next record for an event, or why there is none. Pure and total: every cell of the table is a test. */
export function transition(record: InteractionRecord | undefined, event: ParkingEvent): Outcome {
  // The table is keyed by state and event, which the compiler cannot follow through an index by two unions.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  const cell = table[stateOf(record)][event.type] as (record: unknown, event: ParkingEvent) => Outcome;
  return cell(record, event);
}

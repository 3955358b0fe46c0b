import { ended, ignored, moved, refused, type Decision } from './decision';
import type { Claim, EventName, EventOf, ParkingEvent } from './events';
import {
  stateOf,
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

interface RecordIn {
  none: undefined;
  parking: ParkingRecord;
  parked: ParkedRecord;
  unparking: UnparkingRecord;
  returning: ReturningRecord;
}

type Table = {
  [State in StateName]: { [Name in EventName]: (record: RecordIn[State], event: EventOf<Name>) => Decision };
};

function parking(park: Park): Decision {
  const claimedAtMs = park.parkedAtMs;
  const lateCallsUntilMs = claimedAtMs + STALE_AFTER_MS;
  return moved({ state: 'parking', park, traces: {}, lateCallsUntilMs, claimedAtMs, replyPending: false });
}

function withAgentName(park: Park, name: string | undefined): Park {
  return name === undefined ? park : { ...park, agent: { ...park.agent, name } };
}

type Carried = Pick<InteractionRecord, 'park' | 'traces' | 'lateCallsUntilMs'>;

function carried({ park, traces, lateCallsUntilMs }: Carried): Carried {
  return { park, traces, ...(lateCallsUntilMs !== undefined && { lateCallsUntilMs }) };
}

type Why = Pick<UnparkingRecord, 'cause' | 'target' | 'flow'>;

function claimed(from: Carried, { claimId, atMs }: Claim, why: Why): UnparkingRecord {
  return { state: 'unparking', ...carried(from), claimedAtMs: atMs, claimId, ...why };
}

const unparking = (from: Carried, claim: Claim, why: Why): Decision => moved(claimed(from, claim, why), 'route');

const unparkingAgain = (from: ReturningRecord, claim: Claim, why: Why): Decision =>
  moved(claimed(from, claim, why), 'restore-wake-path', 'route');

/** The first try to route a reply goes where the settings say; every later one by the workflow. */
function firstTry(park: Park): Why {
  return { cause: 'customer-wrote', target: replyTarget(park) };
}

const byWorkflow = { cause: 'customer-wrote', target: { to: 'workflow' } } as const;

/** A Studio flow keeps its turn while an agent tries to take the conversation over, and after they could not. */
function flowOf({ flow }: ParkedRecord | UnparkingRecord): Pick<ParkedRecord, 'flow'> {
  return flow ? { flow } : {};
}

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
    agentJoined: ignored('nothing-parked'),
    taskDied: ignored('nothing-parked'),
    conversationClosed: ignored('nothing-parked'),
  },
  parking: {
    parkAsked: (record, { park }) => (isStale(record, park.parkedAtMs) ? parking(park) : refused('busy')),
    agentReleased: (record, event) => {
      if (event.parkId !== record.park.parkId) return ignored('another-park')();
      const { lateCallsUntilMs } = record;
      const park = withAgentName(record.park, event.agentName);
      const traces = { ...record.traces, ...event.traces };
      const left = carried(event.allCallsAnswered ? { park, traces } : { park, traces, lateCallsUntilMs });
      return record.replyPending || event.replied
        ? unparking(left, event.claim, firstTry(park))
        : moved({ state: 'parked', ...left });
    },
    parkFailed: (record, event) => {
      if (event.parkId !== record.park.parkId) return ignored('another-park')();
      return ended(event.allCallsAnswered ? {} : record);
    },
    customerWrote: (record, event) => {
      if (event.agentGone) return unparking(record, event.claim, firstTry(record.park));
      return record.replyPending ? ignored('repeat')() : moved({ ...record, replyPending: true });
    },
    unparkAsked: () => refused('busy'),
    inviteSent: ignored('too-late'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: ignored('another-task'),
    // The agent who parks is in it until the release; whoever takes a dead press over says `parkFailed`.
    agentJoined: ignored('served'),
    taskDied: ignored('another-task'),
    conversationClosed: ended,
  },
  parked: {
    parkAsked: (record, { park }) =>
      park.task.sid === record.park.task.sid ? ignored('already-parked')() : parking(park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: (record, event) => {
      if (event.served) return ignored('served')();
      if (event.byWorkflow) return unparking(record, event.claim, byWorkflow);
      if (!record.flow) return unparking(record, event.claim, firstTry(record.park));
      return event.claim.atMs < record.flow.untilMs ? ignored('served')() : unparking(record, event.claim, byWorkflow);
    },
    unparkAsked: (record, event) =>
      mayUnpark(record, event)
        ? unparking(record, event.claim, { cause: 'agent-asked', target: event.target, ...flowOf(record) })
        : refused('not-your-park'),
    inviteSent: ignored('too-late'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: ignored('another-task'),
    agentJoined: ended,
    taskDied: ignored('another-task'),
    conversationClosed: ended,
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
      const left = event.allCallsAnswered ? record : { ...record, lateCallsUntilMs: sinceMs + STALE_AFTER_MS };
      return moved({ state: 'returning', ...carried(left), cause, target, taskSid, sinceMs }, 'clean-up');
    },
    handedOver: (record, { claimId, untilMs }) =>
      claimId === record.claimId
        ? moved({ state: 'parked', ...carried(record), flow: { untilMs } })
        : ignored('another-claim')(),
    inviteFailed: (record, event) => {
      if (event.claimId !== record.claimId) return ignored('another-claim')();
      const problem = event.problem ? { problem: event.problem } : {};
      return moved({ state: 'parked', ...carried(record), ...flowOf(record), ...problem }, 'restore-traces');
    },
    // The answer to its invite was lost; the task itself tells whose it is.
    taskAccepted: (record, event) => (event.parkId === record.park.parkId ? ended(record) : ignored('another-task')()),
    agentJoined: ended,
    taskDied: ignored('another-task'),
    conversationClosed: ended,
  },
  returning: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: (record, event) =>
      event.served ? ignored('served')() : unparkingAgain(record, event.claim, byWorkflow),
    unparkAsked: (record, event) => {
      if (!mayUnpark(record, event)) return refused('not-your-park');
      if (event.served) return ignored('already-unparked')();
      return unparkingAgain(record, event.claim, { cause: 'agent-asked', target: event.target });
    },
    inviteSent: ignored('repeat'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: (record, event) => (event.taskSid === record.taskSid ? ended(record) : ignored('another-task')()),
    agentJoined: ended,
    taskDied: (record, event) => {
      if (event.taskSid !== record.taskSid) return ignored('another-task')();
      if (event.customerWaiting || record.cause === 'customer-wrote')
        return unparkingAgain(record, event.claim, byWorkflow);
      return moved({ state: 'parked', ...carried(record) }, 'restore-wake-path', 'restore-traces');
    },
    conversationClosed: ended,
  },
};

function mayUnpark(record: InteractionRecord, { by }: EventOf<'unparkAsked'>): boolean {
  return by.mayActOnAll || by.workerSid === record.park.agent.workerSid;
}

/** The next record for an event and what is to be done, or why nothing is. Pure and total: every cell is a test. */
export function decide(record: InteractionRecord | undefined, event: ParkingEvent): Decision {
  // The table is keyed by state and event, which the compiler cannot follow through an index by two unions.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  const cell = table[stateOf(record)][event.type] as (record: unknown, event: ParkingEvent) => Decision;
  return cell(record, event);
}

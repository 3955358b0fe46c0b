import { ended, ignored, moved, refused, type Decision } from './decision';
import { letsRepliesWait, withReply } from './due';
import type { EventName, EventOf, ParkingEvent } from './events';
import {
  afterItsTaskDied,
  announced,
  asked,
  byWorkflow,
  cameBack,
  carried,
  changeTime,
  closed,
  eventWhileParked,
  eventWhileReturning,
  firstTry,
  flowOf,
  mayUnpark,
  parking,
  replyWhileParked,
  returning,
  timeWhileParked,
  unparking,
  unparkingAgain,
  withAgentName,
} from './moves';
import {
  stateOf,
  type InteractionRecord,
  type ParkedRecord,
  type ParkingRecord,
  type ReturningRecord,
  type StateName,
  type UnparkingRecord,
} from './record';
import { isStale } from './stale';

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
    timeCame: ignored('nothing-parked'),
    eventCame: () => refused('wake-link-expired'),
    timeChanged: () => refused('not-parked'),
    endAnnounced: ignored('nothing-parked'),
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
      if (!record.replyPending && !event.replied) return moved({ state: 'parked', ...left });
      const { atMs } = event.claim;
      return letsRepliesWait(park, atMs)
        ? moved({ state: 'parked', ...left, park: withReply(park, atMs) ?? park }, 'renew-traces')
        : unparking(left, event.claim, firstTry(park));
    },
    parkFailed: (record, event) => {
      if (event.parkId !== record.park.parkId) return ignored('another-park')();
      return ended(event.allCallsAnswered ? {} : record);
    },
    customerWrote: (record, event) => {
      const mayRoute = event.agentGone && !letsRepliesWait(record.park, event.claim.atMs);
      if (mayRoute) return unparking(record, event.claim, firstTry(record.park));
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
    timeCame: ignored('not-due'),
    // There is no link yet, but for a guess; and whoever sends an event can send it again.
    eventCame: () => refused('busy'),
    timeChanged: () => refused('busy'),
    endAnnounced: ignored('too-late'),
    conversationClosed: (record) => ended(record),
  },
  parked: {
    parkAsked: (record, { park }) =>
      park.task.sid === record.park.task.sid ? ignored('already-parked')() : parking(park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: replyWhileParked,
    unparkAsked: (record, event) =>
      mayUnpark(record, event)
        ? unparking(record, event.claim, { ...asked(record, event), ...flowOf(record) })
        : refused('not-your-park'),
    inviteSent: ignored('too-late'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: ignored('another-task'),
    agentJoined: (record) => ended(record, 'joined'),
    taskDied: ignored('another-task'),
    timeCame: timeWhileParked,
    eventCame: eventWhileParked,
    timeChanged: (record, event) => (mayUnpark(record, event) ? changeTime(record, event) : refused('not-your-park')),
    endAnnounced: announced,
    conversationClosed: closed,
  },
  unparking: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: ignored('being-unparked'),
    unparkAsked: (record, event) => (mayUnpark(record, event) ? ignored('being-unparked')() : refused('not-your-park')),
    inviteSent: (record, event) =>
      event.claimId === record.claimId ? returning(record, event) : ignored('another-claim')(),
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
    taskAccepted: (record, event) =>
      event.parkId === record.park.parkId ? cameBack(record) : ignored('another-task')(),
    agentJoined: cameBack,
    taskDied: ignored('another-task'),
    timeCame: ignored('being-unparked'),
    // It may still be parked afterwards: an agent need not take it, and a flow has it while it is parked.
    eventCame: ({ cause, target }) =>
      cause === 'customer-wrote' && target.to !== 'studio' ? ignored('being-unparked')() : refused('busy'),
    timeChanged: () => refused('busy'),
    endAnnounced: ignored('being-unparked'),
    conversationClosed: closed,
  },
  returning: {
    parkAsked: (_, event) => parking(event.park),
    agentReleased: ignored('repeat'),
    parkFailed: ignored('too-late'),
    customerWrote: (record, event) =>
      event.served ? ignored('served')() : unparkingAgain(record, event.claim, byWorkflow()),
    unparkAsked: (record, event) => {
      if (!mayUnpark(record, event)) return refused('not-your-park');
      if (event.served) return ignored('already-unparked')();
      return unparkingAgain(record, event.claim, asked(record, event));
    },
    inviteSent: ignored('repeat'),
    handedOver: ignored('too-late'),
    inviteFailed: ignored('too-late'),
    taskAccepted: (record, event) => (event.taskSid === record.taskSid ? cameBack(record) : ignored('another-task')()),
    agentJoined: cameBack,
    taskDied: (record, event) => {
      if (event.taskSid !== record.taskSid) return ignored('another-task')();
      if (event.customerWaiting || record.cause === 'customer-wrote' || record.park.event)
        return unparkingAgain(record, event.claim, afterItsTaskDied(record));
      return moved({ state: 'parked', ...carried(record) }, 'restore-wake-path', 'restore-traces');
    },
    timeCame: ignored('already-unparked'),
    eventCame: eventWhileReturning,
    timeChanged: () => refused('not-parked'),
    endAnnounced: ignored('already-unparked'),
    conversationClosed: closed,
  },
};

/** The next record for an event and what is to be done, or why nothing is. Pure and total: every cell is a test. */
export function decide(record: InteractionRecord | undefined, event: ParkingEvent): Decision {
  // The table is keyed by state and event, which the compiler cannot follow through an index by two unions.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  const cell = table[stateOf(record)][event.type] as (record: unknown, event: ParkingEvent) => Decision;
  return cell(record, event);
}

/** @jest-environment node */
import { decide } from '../../../../../serverless-functions/src/parking/domain/decide';
import type { Decision, Effect, IgnoredReason } from '../../../../../serverless-functions/src/parking/domain/decision';
import type { EventName, EventOf } from '../../../../../serverless-functions/src/parking/domain/events';
import type { Back } from '../../../../../serverless-functions/src/parking/domain/plans';
import type {
  InteractionRecord,
  ParkedRecord,
  StateName,
} from '../../../../../serverless-functions/src/parking/domain/record';
import type { HowEnded } from '../../../../../serverless-functions/src/contract/history';
import type { ErrorCode } from '../../../../../serverless-functions/src/contract/error-codes';
import {
  ADA,
  aPark,
  BEN,
  NEW_TASK,
  PARKED_AT_MS,
  parkedRecord,
  parkingRecord,
  returningRecord,
  sid,
  SOFIA,
  TRACES,
  unparkingRecord,
} from '../../support/fixtures';

interface Case<Name extends EventName> {
  when: string;
  /** Instead of the state's usual record. */
  on?: InteractionRecord;
  event: EventOf<Name>;
  then: Decision;
}

type Expected = { [State in StateName]: { [Name in EventName]: Case<Name>[] } };

const NOW_MS = PARKED_AT_MS + 100_000;
const claim = { claimId: 'claim-2', atMs: NOW_MS };
const claimed = { claimedAtMs: NOW_MS, claimId: 'claim-2' };
const LATE_UNTIL_MS = PARKED_AT_MS + 30_000;
const ANOTHER_TASK = sid('WT', 99);
const byWorkflow = { cause: 'customer-wrote', why: 'reply', target: { to: 'workflow' } } as const;
const toAda = { to: 'worker', workerSid: ADA.workerSid } as const;
const toBen = { to: 'worker', workerSid: BEN.workerSid } as const;

const moves = (record: InteractionRecord, ...effects: Effect[]): Decision => ({
  kind: 'moved',
  record: { v: 1, ...record },
  effects,
});
const routes = (record: InteractionRecord) => moves(record, 'route');
/** It has no webhook any more, and gets one before anybody else is asked for anything. */
const routesAgain = (record: InteractionRecord) => moves(record, 'restore-wake-path', 'route');
/** Without `how` there is nothing to remember. */
const ends = (how?: HowEnded, lateCallsUntilMs?: number): Decision => ({
  kind: 'ended',
  lateCallsUntilMs,
  ...(how && { how }),
});
const ignored = (why: IgnoredReason): Decision => ({ kind: 'ignored', why });
const refused = (code: ErrorCode): Decision => ({ kind: 'refused', code });

// The same press of Park again; another agent's, or another task's, is another park.
const again = aPark({ parkId: 'park-2', parkedAtMs: NOW_MS });
const bens = aPark({
  parkId: 'park-2',
  parkedAtMs: NOW_MS,
  agent: { workerSid: BEN.workerSid, identity: 'ben', participantSid: sid('UT', 2) },
});
const nextTask = aPark({ parkId: 'park-2', parkedAtMs: NOW_MS, task: { ...aPark().task, sid: NEW_TASK } });
const claimedPark = (park = again) =>
  moves({
    state: 'parking',
    park,
    traces: {},
    lateCallsUntilMs: NOW_MS + 30_000,
    claimedAtMs: NOW_MS,
    replyPending: false,
  });

const asks = (park = again): EventOf<'parkAsked'> => ({ type: 'parkAsked', park });
const released: EventOf<'agentReleased'> = {
  type: 'agentReleased',
  parkId: 'park-1',
  traces: TRACES,
  allCallsAnswered: true,
  replied: false,
  claim,
};
const parkFailed: EventOf<'parkFailed'> = { type: 'parkFailed', parkId: 'park-1', allCallsAnswered: true };
const wrote: EventOf<'customerWrote'> = { type: 'customerWrote', agentGone: true, served: false, claim };
const by = { workerSid: ADA.workerSid, mayActOnAll: false };
const byOwner: EventOf<'unparkAsked'> = { type: 'unparkAsked', by, target: toAda, served: false, claim };
const byOther: EventOf<'unparkAsked'> = { ...byOwner, by: { ...by, workerSid: BEN.workerSid }, target: toBen };
const bySupervisor: EventOf<'unparkAsked'> = { ...byOwner, by: { workerSid: SOFIA.workerSid, mayActOnAll: true } };
const sent: EventOf<'inviteSent'> = {
  type: 'inviteSent',
  claimId: 'claim-1',
  taskSid: NEW_TASK,
  atMs: NOW_MS,
  allCallsAnswered: true,
};
const FLOW_UNTIL_MS = NOW_MS + 600_000;
const handed: EventOf<'handedOver'> = { type: 'handedOver', claimId: 'claim-1', untilMs: FLOW_UNTIL_MS };
const withFlow = parkedRecord({ flow: { untilMs: FLOW_UNTIL_MS } });
const toAdaForAMinute = { to: 'worker', workerSid: ADA.workerSid, timeoutSeconds: 60 } as const;
const adaFirst = aPark({
  reply: { route: { to: 'worker', timeoutSeconds: 60, events: 'callback' }, priorityBoost: 0 },
});
const notSent: EventOf<'inviteFailed'> = { type: 'inviteFailed', claimId: 'claim-1' };
const accepted: EventOf<'taskAccepted'> = { type: 'taskAccepted', taskSid: NEW_TASK };
const joined: EventOf<'agentJoined'> = { type: 'agentJoined' };
const died: EventOf<'taskDied'> = { type: 'taskDied', taskSid: NEW_TASK, customerWaiting: false, claim };
const due: EventOf<'timeCame'> = { type: 'timeCame', served: false, claim };
const back = { atMs: NOW_MS, route: { to: 'worker', timeoutSeconds: 60, events: 'callback' } } as const;
const later = { ...back, atMs: NOW_MS + 1 };
const onlyThen = { ...later, repliesWaitMs: 60_000 };
const came: EventOf<'eventCame'> = { type: 'eventCame', note: 'refund approved', served: false, claim };
const event = { atMs: NOW_MS, note: 'refund approved' };
const MAY_WAIT_MS = 3_600_000;
/** The customer's fifth message is no more than “Thanks”. */
const thanked: EventOf<'customerWrote'> = { ...wrote, remark: 4 };
const remark = { index: 4, atMs: NOW_MS, untilMs: NOW_MS + MAY_WAIT_MS };
const mayThank = (changes: Parameters<typeof aPark>[0] = {}) => aPark({ remarksWaitMs: MAY_WAIT_MS, ...changes });
const thankedPark = mayThank({ remark });
const waitedLongEnough = mayThank({ remark: { ...remark, untilMs: NOW_MS } });
const changes: EventOf<'timeChanged'> = { type: 'timeChanged', by, back: later, claim };
const parkedUntil = (time: Back, at: Partial<ParkedRecord> = {}) =>
  parkedRecord({ park: aPark({ back: time }), ...at });
const closed: EventOf<'conversationClosed'> = { type: 'conversationClosed' };

const reminds: EventOf<'endAnnounced'> = { type: 'endAnnounced', what: 'reminder', atMs: NOW_MS };

const parked = parkedRecord();
const routing = unparkingRecord({ ...claimed, ...byWorkflow });

const TABLE = {
  none: {
    parkAsked: [{ when: 'an agent asks', event: asks(), then: claimedPark() }],
    agentReleased: [{ when: 'late', event: released, then: ignored('nothing-parked') }],
    parkFailed: [{ when: 'late', event: parkFailed, then: ignored('nothing-parked') }],
    customerWrote: [{ when: 'through an orphan webhook', event: wrote, then: ignored('nothing-parked') }],
    unparkAsked: [{ when: 'anybody asks', event: byOwner, then: refused('not-parked') }],
    inviteSent: [{ when: 'late', event: sent, then: ignored('nothing-parked') }],
    handedOver: [{ when: 'late', event: handed, then: ignored('nothing-parked') }],
    inviteFailed: [{ when: 'late', event: notSent, then: ignored('nothing-parked') }],
    taskAccepted: [{ when: 'any task', event: accepted, then: ignored('nothing-parked') }],
    agentJoined: [{ when: 'any conversation', event: joined, then: ignored('nothing-parked') }],
    taskDied: [{ when: 'any task', event: died, then: ignored('nothing-parked') }],
    timeCame: [{ when: 'an entry that was left over', event: due, then: ignored('nothing-parked') }],
    eventCame: [{ when: 'its park is over', event: came, then: refused('wake-link-expired') }],
    timeChanged: [{ when: 'anybody asks', event: changes, then: refused('not-parked') }],
    endAnnounced: [{ when: 'late', event: reminds, then: ignored('nothing-parked') }],
    conversationClosed: [{ when: 'any conversation', event: closed, then: ignored('nothing-parked') }],
  },
  parking: {
    parkAsked: [
      { when: 'its Function died: takes over with its own park id', event: asks(), then: claimedPark() },
      {
        when: 'its Function may still be at work, even for the same agent and task',
        on: parkingRecord({ claimedAtMs: NOW_MS - 29_999 }),
        event: asks(),
        then: refused('busy'),
      },
      {
        when: 'its Function died exactly 30 s ago, and another agent asks',
        on: parkingRecord({ claimedAtMs: NOW_MS - 30_000 }),
        event: asks(bens),
        then: claimedPark(bens),
      },
    ],
    agentReleased: [
      {
        when: 'a reply slipped in, and the agent chose that replies wait',
        on: parkingRecord({ park: aPark({ back: onlyThen }) }),
        event: { ...released, replied: true },
        then: moves(parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS }), 'renew-traces'),
      },
      { when: 'every call answered', event: released, then: moves(parked) },
      {
        when: 'an answer was lost: late calls may still land',
        event: { ...released, allCallsAnswered: false },
        then: moves({ ...parked, lateCallsUntilMs: LATE_UNTIL_MS }),
      },
      {
        when: 'a reply is pending',
        on: parkingRecord({ replyPending: true }),
        event: released,
        then: routes(routing),
      },
      { when: 'the newest messages show a reply', event: { ...released, replied: true }, then: routes(routing) },
      {
        when: 'the record knew a trace already: both are kept',
        on: parkingRecord({ traces: { webhookSid: sid('WH', 9) } }),
        event: { ...released, traces: {} },
        then: moves({ ...parked, traces: { webhookSid: sid('WH', 9) } }),
      },
      {
        when: 'with what people call the agent',
        event: { ...released, agentName: 'Ada Okafor' },
        then: moves(parkedRecord({ park: aPark({ agent: { ...aPark().agent, name: 'Ada Okafor' } }) })),
      },
      { when: 'of another park', event: { ...released, parkId: 'park-0' }, then: ignored('another-park') },
    ],
    parkFailed: [
      { when: 'this park, every call answered', event: parkFailed, then: ends() },
      {
        when: 'this park, an answer was lost: late calls may still land',
        event: { ...parkFailed, allCallsAnswered: false },
        then: ends(undefined, LATE_UNTIL_MS),
      },
      { when: 'another park', event: { ...parkFailed, parkId: 'park-0' }, then: ignored('another-park') },
    ],
    customerWrote: [
      {
        when: 'the agent is gone and chose that replies wait: whoever ends the press notes it',
        on: parkingRecord({ park: aPark({ back: onlyThen }) }),
        event: wrote,
        then: moves(parkingRecord({ park: aPark({ back: onlyThen }), replyPending: true })),
      },
      {
        when: 'the agent is gone already',
        event: wrote,
        then: routes(unparkingRecord({ ...claimed, ...byWorkflow, traces: {}, lateCallsUntilMs: LATE_UNTIL_MS })),
      },
      {
        when: 'the agent is gone already, and the settings say: to them first',
        on: parkingRecord({ park: adaFirst, traces: TRACES }),
        event: wrote,
        then: routes(
          unparkingRecord({ ...routing, park: adaFirst, target: toAdaForAMinute, lateCallsUntilMs: LATE_UNTIL_MS }),
        ),
      },
      {
        when: 'the agent is still there: the reply is kept for later',
        event: { ...wrote, agentGone: false },
        then: moves(parkingRecord({ replyPending: true })),
      },
      {
        when: 'a second message meanwhile',
        on: parkingRecord({ replyPending: true }),
        event: { ...wrote, agentGone: false },
        then: ignored('repeat'),
      },
    ],
    unparkAsked: [
      { when: 'by the owner', event: byOwner, then: refused('busy') },
      { when: 'by a supervisor', event: bySupervisor, then: refused('busy') },
    ],
    inviteSent: [{ when: 'from an earlier park', event: sent, then: ignored('too-late') }],
    handedOver: [{ when: 'from an earlier park', event: handed, then: ignored('too-late') }],
    inviteFailed: [{ when: 'from an earlier park', event: notSent, then: ignored('too-late') }],
    taskAccepted: [{ when: 'from an earlier park', event: accepted, then: ignored('another-task') }],
    agentJoined: [{ when: 'who parks is in it until the release', event: joined, then: ignored('served') }],
    taskDied: [{ when: 'from an earlier park', event: died, then: ignored('another-task') }],
    timeCame: [{ when: 'while parking', event: due, then: ignored('not-due') }],
    eventCame: [{ when: 'while parking: whoever sends it sends it again', event: came, then: refused('busy') }],
    timeChanged: [{ when: 'while parking', event: changes, then: refused('busy') }],
    endAnnounced: [{ when: 'an old park was meant', event: reminds, then: ignored('too-late') }],
    conversationClosed: [{ when: 'while parking', event: closed, then: ends(undefined, LATE_UNTIL_MS) }],
  },
  parked: {
    parkAsked: [
      { when: 'the same task: a repeat', event: asks(), then: ignored('already-parked') },
      { when: 'a newer task: a new park', event: asks(nextTask), then: claimedPark(nextTask) },
    ],
    agentReleased: [{ when: 'again', event: released, then: ignored('repeat') }],
    parkFailed: [{ when: 'after the pivot', event: parkFailed, then: ignored('too-late') }],
    customerWrote: [
      {
        when: 'the agent chose that replies wait',
        on: parkedUntil(onlyThen),
        event: wrote,
        then: moves(parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS }), 'renew-traces'),
      },
      {
        when: 'the agent chose that replies wait, and an event came that could not be served yet',
        on: parkedRecord({ park: aPark({ back: onlyThen, event }) }),
        event: wrote,
        then: routes({ ...routing, park: aPark({ back: onlyThen, event }) }),
      },
      {
        when: 'another reply waits already',
        on: parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS - 1 }),
        event: wrote,
        then: ignored('reply-waits'),
      },
      {
        when: 'the time that replies wait for is there',
        on: parkedUntil({ ...onlyThen, atMs: NOW_MS }),
        event: wrote,
        then: routes(
          unparkingRecord({ ...claimed, ...byWorkflow, park: aPark({ back: { ...onlyThen, atMs: NOW_MS } }) }),
        ),
      },
      {
        when: 'a time was chosen, and a reply does not wait for it',
        on: parkedUntil(later),
        event: wrote,
        then: routes(unparkingRecord({ ...claimed, ...byWorkflow, park: aPark({ back: later }) })),
      },
      { when: 'the customer writes', event: wrote, then: routes(routing) },
      {
        when: 'a closing remark, which may wait',
        on: parkedRecord({ park: mayThank() }),
        event: thanked,
        then: moves(parkedRecord({ park: thankedPark }), 'renew-traces'),
      },
      { when: 'a closing remark, and the settings let none wait', event: thanked, then: routes(routing) },
      {
        when: 'a closing remark that waits already is delivered again',
        on: parkedRecord({ park: thankedPark }),
        event: thanked,
        then: ignored('reply-waits'),
      },
      {
        when: 'a second message, although it is a closing remark, too',
        on: parkedRecord({ park: thankedPark }),
        event: { ...thanked, remark: 5 },
        then: routes({ ...routing, park: thankedPark }),
      },
      {
        when: 'anything else after a closing remark',
        on: parkedRecord({ park: thankedPark }),
        event: wrote,
        then: routes({ ...routing, park: thankedPark }),
      },
      {
        when: 'a closing remark is delivered again when it has waited long enough',
        on: parkedRecord({ park: waitedLongEnough }),
        event: thanked,
        then: routes({ ...routing, park: waitedLongEnough }),
      },
      {
        when: 'a closing remark, and the time that the agent chose has come',
        on: parkedRecord({ park: mayThank({ back }) }),
        event: thanked,
        then: routes({ ...routing, park: mayThank({ back }) }),
      },
      {
        when: 'a closing remark, and a flow did not use its time',
        on: parkedRecord({ park: mayThank(), flow: { untilMs: NOW_MS } }),
        event: thanked,
        then: routes({ ...routing, park: mayThank() }),
      },
      {
        when: 'a closing remark, and the agent chose that replies wait',
        on: parkedRecord({ park: mayThank({ back: onlyThen }) }),
        event: thanked,
        then: moves(parkedRecord({ park: mayThank({ back: { ...onlyThen, repliedAtMs: NOW_MS } }) }), 'renew-traces'),
      },
      {
        when: 'a closing remark that nobody may keep waiting any more, for it is parked too long',
        on: parkedRecord({ park: mayThank() }),
        event: { ...thanked, byWorkflow: true, why: 'max-age' },
        then: routes({ ...routing, why: 'max-age', park: mayThank() }),
      },
      {
        when: 'somebody takes care already: a call whose answer was lost brought them',
        event: { ...wrote, served: true },
        then: ignored('served'),
      },
      {
        when: 'somebody takes care already, also of what is to go by the workflow',
        event: { ...wrote, served: true, byWorkflow: true },
        then: ignored('served'),
      },
      {
        when: 'late calls may still land, which the next state must know',
        on: parkedRecord({ lateCallsUntilMs: LATE_UNTIL_MS }),
        event: wrote,
        then: routes(unparkingRecord({ ...routing, lateCallsUntilMs: LATE_UNTIL_MS })),
      },
      {
        when: 'it had a problem, which is tried again',
        on: parkedRecord({ problem: 'routing-refused' }),
        event: wrote,
        then: routes(routing),
      },
      {
        when: 'the settings say: to the agent first',
        on: parkedRecord({ park: adaFirst }),
        event: wrote,
        then: routes(unparkingRecord({ ...routing, park: adaFirst, target: toAdaForAMinute })),
      },
      {
        when: 'by the workflow, whatever the settings say',
        on: parkedRecord({ park: adaFirst }),
        event: { ...wrote, byWorkflow: true },
        then: routes(unparkingRecord({ ...routing, park: adaFirst })),
      },
      {
        when: 'a repair found the customer waiting',
        event: { ...wrote, why: 'found' },
        then: routes(unparkingRecord({ ...routing, why: 'found' })),
      },
      {
        when: 'it was parked too long',
        event: { ...wrote, byWorkflow: true, why: 'max-age' },
        then: routes(unparkingRecord({ ...routing, why: 'max-age' })),
      },
      {
        when: 'a flow did not use its time, and a repair noticed',
        on: parkedRecord({ flow: { untilMs: NOW_MS } }),
        event: { ...wrote, why: 'found' },
        then: routes(unparkingRecord({ ...routing, why: 'found' })),
      },
      { when: 'a flow has it', on: withFlow, event: wrote, then: ignored('served') },
      { when: 'the flow wants an agent', on: withFlow, event: { ...wrote, byWorkflow: true }, then: routes(routing) },
      {
        when: 'the flow’s time is over',
        on: parkedRecord({ flow: { untilMs: NOW_MS } }),
        event: wrote,
        then: routes(routing),
      },
    ],
    unparkAsked: [
      {
        when: 'by the owner',
        event: byOwner,
        then: routes(unparkingRecord({ ...claimed, cause: 'agent-asked', why: 'agent', target: toAda })),
      },
      {
        when: 'by a supervisor, to where they want it',
        event: { ...bySupervisor, target: { to: 'workflow' } },
        then: routes(
          unparkingRecord({ ...claimed, cause: 'agent-asked', why: 'supervisor', target: { to: 'workflow' } }),
        ),
      },
      {
        when: 'a flow has it, which keeps its turn',
        on: withFlow,
        event: byOwner,
        then: routes(
          unparkingRecord({
            ...claimed,
            cause: 'agent-asked',
            why: 'agent',
            target: toAda,
            flow: { untilMs: FLOW_UNTIL_MS },
          }),
        ),
      },
      { when: 'by another agent', event: byOther, then: refused('not-your-park') },
    ],
    inviteSent: [{ when: 'late', event: sent, then: ignored('too-late') }],
    handedOver: [{ when: 'late', event: handed, then: ignored('too-late') }],
    inviteFailed: [{ when: 'late', event: notSent, then: ignored('too-late') }],
    taskAccepted: [{ when: 'any task', event: accepted, then: ignored('another-task') }],
    agentJoined: [{ when: 'however they came', event: joined, then: ends('joined') }],
    taskDied: [{ when: 'any task', event: died, then: ignored('another-task') }],
    timeCame: [
      {
        when: 'the time is there: first to whom the settings said',
        on: parkedUntil(back),
        event: due,
        then: routes(unparkingRecord({ ...claimed, why: 'time', park: aPark({ back }), target: toAdaForAMinute })),
      },
      { when: 'a moment too early', on: parkedUntil(later), event: due, then: ignored('not-due') },
      { when: 'no time was chosen', event: due, then: ignored('not-due') },
      {
        when: 'a closing remark may wait longer',
        on: parkedRecord({ park: thankedPark }),
        event: due,
        then: ignored('not-due'),
      },
      {
        when: 'a closing remark has waited long enough: it goes where replies go',
        on: parkedRecord({ park: { ...waitedLongEnough, reply: adaFirst.reply } }),
        event: due,
        then: routes({ ...routing, park: { ...waitedLongEnough, reply: adaFirst.reply }, target: toAdaForAMinute }),
      },
      {
        when: 'a closing remark has waited long enough, and a flow did not use its time',
        on: parkedRecord({ park: waitedLongEnough, flow: { untilMs: NOW_MS } }),
        event: due,
        then: routes({ ...routing, park: waitedLongEnough }),
      },
      {
        when: 'the time that the agent chose comes before the end of a closing remark’s wait',
        on: parkedRecord({ park: mayThank({ back, remark }) }),
        event: due,
        then: routes({ ...routing, why: 'time', park: mayThank({ back, remark }), target: toAdaForAMinute }),
      },
      {
        when: 'an event came that could not be served yet',
        on: parkedRecord({ park: aPark({ event }) }),
        event: due,
        then: routes({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      { when: 'an agent is in it', on: parkedUntil(back), event: { ...due, served: true }, then: ignored('served') },
      {
        when: 'a Studio flow has it',
        on: parkedUntil(back, { flow: { untilMs: FLOW_UNTIL_MS } }),
        event: due,
        then: ignored('served'),
      },
      {
        when: 'a reply has waited as long as it may',
        on: parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS - 60_000 }),
        event: due,
        then: routes(
          unparkingRecord({
            ...claimed,
            why: 'time',
            park: aPark({ back: { ...onlyThen, repliedAtMs: NOW_MS - 60_000 } }),
            target: toAdaForAMinute,
          }),
        ),
      },
    ],
    eventCame: [
      {
        when: 'where to was not set yet when it was parked: by workflow',
        event: came,
        then: routes({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      {
        when: 'first to whom the settings said',
        on: parkedRecord({ park: aPark({ eventRoute: back.route }) }),
        event: came,
        then: routes({
          ...routing,
          why: 'event',
          park: aPark({ eventRoute: back.route, event }),
          target: toAdaForAMinute,
        }),
      },
      {
        when: 'earlier than the agent chose, also where replies wait',
        on: parkedUntil(onlyThen),
        event: came,
        then: routes({ ...routing, why: 'event', park: aPark({ back: onlyThen, event }), target: toAdaForAMinute }),
      },
      {
        when: 'without a note',
        event: { ...came, note: undefined },
        then: routes({ ...routing, why: 'event', park: aPark({ event: { atMs: NOW_MS } }) }),
      },
      {
        when: 'again, because it could not be routed',
        on: parkedRecord({ park: aPark({ event: { atMs: NOW_MS - 1 } }), problem: 'routing-refused' }),
        event: came,
        then: routes({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      {
        when: 'a Studio flow has it, which keeps its turn: noted',
        on: withFlow,
        event: came,
        then: moves({ ...withFlow, park: aPark({ event }) }),
      },
      {
        when: 'the flow’s time is over',
        on: parkedRecord({ flow: { untilMs: NOW_MS } }),
        event: came,
        then: routes({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      { when: 'an agent is in it', event: { ...came, served: true }, then: ignored('served') },
    ],
    timeChanged: [
      { when: 'whoever parked asks', event: changes, then: moves(parkedUntil(later), 'renew-traces') },
      {
        when: 'a supervisor takes it away',
        on: parkedUntil(later),
        event: { ...changes, by: bySupervisor.by, back: undefined },
        then: moves(parked, 'renew-traces'),
      },
      { when: 'another agent asks', event: { ...changes, by: byOther.by }, then: refused('not-your-park') },
      {
        when: 'a reply waits, and may wait for the new time as well',
        on: parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS }),
        event: { ...changes, back: { ...onlyThen, atMs: NOW_MS + 9 } },
        then: moves(parkedUntil({ ...onlyThen, atMs: NOW_MS + 9, repliedAtMs: NOW_MS }), 'renew-traces'),
      },
      {
        when: 'a reply waits, and nothing lets it wait any more',
        on: parkedUntil({ ...onlyThen, repliedAtMs: NOW_MS }),
        event: { ...changes, back: undefined },
        then: routes(unparkingRecord({ ...claimed, ...byWorkflow })),
      },
      {
        when: 'a closing remark waits, and goes on waiting beside a time that lets replies wake',
        on: parkedRecord({ park: thankedPark }),
        event: changes,
        then: moves(parkedRecord({ park: mayThank({ remark, back: later }) }), 'renew-traces'),
      },
      {
        when: 'a closing remark waits, and the agent chooses a time that replies wait for',
        on: parkedRecord({ park: thankedPark }),
        event: { ...changes, back: onlyThen },
        then: moves(parkedRecord({ park: mayThank({ back: { ...onlyThen, repliedAtMs: NOW_MS } }) }), 'renew-traces'),
      },
      {
        when: 'a closing remark waits, and the agent wants it when the customer writes: they have written',
        on: parkedRecord({ park: thankedPark }),
        event: { ...changes, back: undefined },
        then: routes({ ...routing, park: mayThank() }),
      },
    ],
    endAnnounced: [
      {
        when: 'for the first time',
        event: reminds,
        then: moves(parkedRecord({ park: aPark({ announced: { reminder: NOW_MS } }) })),
      },
      {
        when: 'again',
        on: parkedRecord({ park: aPark({ announced: { reminder: 1 } }) }),
        event: reminds,
        then: ignored('repeat'),
      },
      {
        when: 'another thing',
        on: parkedRecord({ park: aPark({ announced: { reminder: 1 } }) }),
        event: { ...reminds, what: 'farewell' },
        then: moves(parkedRecord({ park: aPark({ announced: { reminder: 1, farewell: NOW_MS } }) })),
      },
    ],
    conversationClosed: [
      { when: 'while parked', event: closed, then: ends('closed') },
      {
        when: 'while late calls may still land',
        on: parkedRecord({ lateCallsUntilMs: LATE_UNTIL_MS }),
        event: closed,
        then: ends('closed', LATE_UNTIL_MS),
      },
    ],
  },
  unparking: {
    parkAsked: [
      { when: 'by an agent on the channel: ends the unpark', event: asks(nextTask), then: claimedPark(nextTask) },
    ],
    agentReleased: [{ when: 'again', event: released, then: ignored('repeat') }],
    parkFailed: [{ when: 'after the pivot', event: parkFailed, then: ignored('too-late') }],
    customerWrote: [{ when: 'twice', event: wrote, then: ignored('being-unparked') }],
    unparkAsked: [
      { when: 'by the owner: waits for the other claim', event: byOwner, then: ignored('being-unparked') },
      { when: 'by a supervisor', event: bySupervisor, then: ignored('being-unparked') },
      { when: 'by another agent', event: byOther, then: refused('not-your-park') },
    ],
    inviteSent: [
      {
        when: 'by this claim',
        event: sent,
        then: moves(returningRecord({ sinceMs: NOW_MS }), 'clean-up'),
      },
      {
        when: 'by this claim, an answer was lost',
        event: { ...sent, allCallsAnswered: false },
        then: moves(returningRecord({ sinceMs: NOW_MS, lateCallsUntilMs: NOW_MS + 30_000 }), 'clean-up'),
      },
      {
        when: 'for the agent who asked: who and where is kept',
        on: unparkingRecord({ cause: 'agent-asked', why: 'agent', target: toAda }),
        event: sent,
        then: moves(
          returningRecord({ sinceMs: NOW_MS, cause: 'agent-asked', why: 'agent', target: toAda }),
          'clean-up',
        ),
      },
      {
        when: 'and went elsewhere than claimed',
        on: unparkingRecord({ target: toAda }),
        event: { ...sent, target: { to: 'workflow' } },
        then: moves(returningRecord({ sinceMs: NOW_MS }), 'clean-up'),
      },
      { when: 'by another claim', event: { ...sent, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    handedOver: [
      { when: 'by this claim: parked, and the flow has it', event: handed, then: moves(withFlow) },
      { when: 'by another claim', event: { ...handed, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    inviteFailed: [
      { when: 'by this claim: parked as before', event: notSent, then: moves(parked, 'restore-traces') },
      {
        when: 'for good: needs a person',
        event: { ...notSent, problem: 'channel-gone' },
        then: moves(parkedRecord({ problem: 'channel-gone' }), 'restore-traces'),
      },
      {
        when: 'and a flow has it, which keeps it',
        on: unparkingRecord({ flow: { untilMs: FLOW_UNTIL_MS } }),
        event: notSent,
        then: moves(withFlow, 'restore-traces'),
      },
      { when: 'by another claim', event: { ...notSent, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    taskAccepted: [
      { when: 'a task that does not say whose it is', event: accepted, then: ignored('another-task') },
      { when: 'of another park', event: { ...accepted, parkId: 'park-0' }, then: ignored('another-task') },
      {
        when: 'of this park: the answer to its invite was lost',
        event: { ...accepted, parkId: 'park-1' },
        then: ends('reply'),
      },
    ],
    agentJoined: [{ when: 'however they came', event: joined, then: ends('reply') }],
    taskDied: [{ when: 'any task', event: died, then: ignored('another-task') }],
    timeCame: [{ when: 'it is on its way', event: due, then: ignored('being-unparked') }],
    eventCame: [
      { when: 'it is on its way to somebody', event: came, then: ignored('being-unparked') },
      {
        when: 'an agent has just asked for it, who may not get it: whoever sends it sends it again',
        on: unparkingRecord({ cause: 'agent-asked', target: toAda }),
        event: came,
        then: refused('busy'),
      },
      {
        when: 'it is just being handed to a flow, which has it while it stays parked: whoever sends it sends it again',
        on: unparkingRecord({ target: { to: 'studio', flowSid: sid('FW'), timeoutMinutes: 10 } }),
        event: came,
        then: refused('busy'),
      },
    ],
    timeChanged: [{ when: 'it is on its way', event: changes, then: refused('busy') }],
    endAnnounced: [{ when: 'it is on its way', event: reminds, then: ignored('being-unparked') }],
    conversationClosed: [{ when: 'while unparking', event: closed, then: ends('closed') }],
  },
  returning: {
    parkAsked: [{ when: 'by the agent on the channel', event: asks(nextTask), then: claimedPark(nextTask) }],
    agentReleased: [{ when: 'again', event: released, then: ignored('repeat') }],
    parkFailed: [{ when: 'after the pivot', event: parkFailed, then: ignored('too-late') }],
    customerWrote: [
      { when: 'a task or an agent takes care', event: { ...wrote, served: true }, then: ignored('served') },
      { when: 'nobody takes care', event: wrote, then: routesAgain(routing) },
      {
        when: 'nobody takes care of what an agent had asked for: by workflow',
        on: returningRecord({ cause: 'agent-asked', why: 'agent', target: toAda }),
        event: wrote,
        then: routesAgain(routing),
      },
    ],
    unparkAsked: [
      { when: 'its task is open', event: { ...byOwner, served: true }, then: ignored('already-unparked') },
      { when: 'by a supervisor', event: { ...bySupervisor, served: true }, then: ignored('already-unparked') },
      { when: 'by another agent', event: byOther, then: refused('not-your-park') },
      {
        when: 'its task died, and nobody told: routed again, to where they want it',
        event: byOwner,
        then: routesAgain(unparkingRecord({ ...claimed, cause: 'agent-asked', why: 'agent', target: toAda })),
      },
    ],
    inviteSent: [{ when: 'again', event: sent, then: ignored('repeat') }],
    handedOver: [{ when: 'late', event: handed, then: ignored('too-late') }],
    inviteFailed: [{ when: 'late', event: notSent, then: ignored('too-late') }],
    taskAccepted: [
      { when: 'its task', event: accepted, then: ends('reply') },
      {
        when: 'its task, which an agent had asked for: also where the record does not say more',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: accepted,
        then: ends('agent'),
      },
      {
        when: 'its task, while late calls may still land',
        on: returningRecord({ lateCallsUntilMs: LATE_UNTIL_MS }),
        event: accepted,
        then: ends('reply', LATE_UNTIL_MS),
      },
      { when: 'another task', event: { ...accepted, taskSid: ANOTHER_TASK }, then: ignored('another-task') },
    ],
    agentJoined: [
      { when: 'however they came', event: joined, then: ends('reply') },
      {
        when: 'what brought it back is known, too',
        on: returningRecord({ why: 'max-age' }),
        event: joined,
        then: ends('max-age'),
      },
    ],
    taskDied: [
      {
        when: 'the customer had written: it would have waited for nobody',
        event: died,
        then: routesAgain(unparkingRecord({ ...routing, why: 'found' })),
      },
      {
        when: 'it rang for one agent only, who did not take it: what brought it back stays',
        on: returningRecord({ why: 'time', target: toAdaForAMinute }),
        event: died,
        then: routesAgain(unparkingRecord({ ...routing, why: 'time' })),
      },
      {
        when: 'the agent had asked, and the customer is silent: parked as before',
        on: returningRecord({ cause: 'agent-asked', why: 'agent', target: toAda }),
        event: died,
        then: moves(parked, 'restore-wake-path', 'restore-traces'),
      },
      {
        when: 'the agent had asked, and the customer waits: by workflow, not to them again',
        on: returningRecord({ cause: 'agent-asked', why: 'agent', target: toAda }),
        event: { ...died, customerWaiting: true },
        then: routesAgain(routing),
      },
      {
        when: 'the agent had asked, and an event came meanwhile: by workflow',
        on: returningRecord({ cause: 'agent-asked', target: toAda, park: aPark({ event }) }),
        event: died,
        then: routesAgain({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      { when: 'another task', event: { ...died, taskSid: ANOTHER_TASK }, then: ignored('another-task') },
    ],
    timeCame: [{ when: 'it is back', event: due, then: ignored('already-unparked') }],
    eventCame: [
      { when: 'its task is open', event: { ...came, served: true }, then: ignored('already-unparked') },
      {
        when: 'its task died, and nobody told: routed again, with the note',
        event: came,
        then: routesAgain({ ...routing, why: 'event', park: aPark({ event }) }),
      },
      {
        when: 'an agent had asked for it, and may not take it: kept for then',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: { ...came, served: true },
        then: moves(returningRecord({ cause: 'agent-asked', target: toAda, park: aPark({ event }) })),
      },
      {
        when: 'again, while it is kept',
        on: returningRecord({ cause: 'agent-asked', target: toAda, park: aPark({ event }) }),
        event: { ...came, served: true },
        then: ignored('already-unparked'),
      },
      {
        when: 'nobody takes care of what an agent had asked for: by workflow',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: came,
        then: routesAgain({ ...routing, why: 'event', park: aPark({ event }) }),
      },
    ],
    timeChanged: [{ when: 'it is back', event: changes, then: refused('not-parked') }],
    endAnnounced: [{ when: 'it is back', event: reminds, then: ignored('already-unparked') }],
    conversationClosed: [{ when: 'while returning', event: closed, then: ends('closed') }],
  },
} satisfies Expected;

const USUAL: Record<StateName, InteractionRecord | undefined> = {
  none: undefined,
  parking: parkingRecord(),
  parked,
  unparking: unparkingRecord(),
  returning: returningRecord(),
};

const EVENTS = {
  parkAsked: asks(),
  agentReleased: released,
  parkFailed,
  customerWrote: wrote,
  unparkAsked: byOwner,
  inviteSent: sent,
  handedOver: handed,
  inviteFailed: notSent,
  taskAccepted: accepted,
  agentJoined: joined,
  taskDied: died,
  timeCame: due,
  eventCame: came,
  timeChanged: changes,
  endAnnounced: reminds,
  conversationClosed: closed,
} satisfies { [Name in EventName]: EventOf<Name> };

describe('the rule book', () => {
  const cells = Object.entries(TABLE).flatMap(([state, row]) =>
    Object.entries(row).flatMap(([name, cases]: [string, Case<EventName>[]]) =>
      cases.map(({ when, on, event, then }) => ({ state, name, when, on, event, then })),
    ),
  );

  it.each(cells)('$state + $name, $when', ({ state, on, event, then }) => {
    const record = on ?? Object.entries(USUAL).find(([name]) => name === state)?.[1];
    expect(decide(record, event)).toStrictEqual(then);
  });

  const everyCell = Object.entries(USUAL).flatMap(([state, record]) =>
    Object.values(EVENTS).map((event) => ({ state, record, event, name: event.type })),
  );

  it('has 5 states and 16 events', () => expect(everyCell).toHaveLength(80));

  it.each(everyCell)('expects something of $state + $name, and answers it', ({ state, record, event, name }) => {
    expect(cells.filter((cell) => cell.state === state && cell.name === name)).not.toHaveLength(0);
    expect(['moved', 'ended', 'ignored', 'refused']).toContain(decide(record, event).kind);
  });

  it('leaves the record and the event as they were', () => {
    for (const { record, event } of everyCell) {
      const before = JSON.stringify([record, event]);
      decide(record, event);
      expect(JSON.stringify([record, event])).toBe(before);
    }
  });
});

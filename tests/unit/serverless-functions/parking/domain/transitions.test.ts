/** @jest-environment node */
import type { EventName, EventOf } from '../../../../../serverless-functions/src/parking/domain/events';
import type { InteractionRecord, StateName } from '../../../../../serverless-functions/src/parking/domain/record';
import { transition } from '../../../../../serverless-functions/src/parking/domain/transitions';
import type { IgnoredReason, Outcome } from '../../../../../serverless-functions/src/parking/domain/transitions';
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
  then: Outcome;
}

type Expected = { [State in StateName]: { [Name in EventName]: Case<Name>[] } };

const NOW_MS = PARKED_AT_MS + 100_000;
const claim = { claimId: 'claim-2', atMs: NOW_MS };
const claimed = { claimedAtMs: NOW_MS, claimId: 'claim-2' };
const LATE_UNTIL_MS = PARKED_AT_MS + 30_000;
const ANOTHER_TASK = sid('WT', 99);
const byWorkflow = { cause: 'customer-wrote', target: { to: 'workflow' } } as const;
const toAda = { to: 'worker', workerSid: ADA.workerSid } as const;
const toBen = { to: 'worker', workerSid: BEN.workerSid } as const;

const moves = (record: InteractionRecord | undefined): Outcome => ({ kind: 'moved', record });
const ends = moves(undefined);
const ignored = (why: IgnoredReason): Outcome => ({ kind: 'ignored', why });
const refused = (code: ErrorCode): Outcome => ({ kind: 'refused', code });

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
  settled: true,
  replied: false,
  claim,
};
const parkFailed: EventOf<'parkFailed'> = { type: 'parkFailed', parkId: 'park-1' };
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
  settled: true,
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
const died: EventOf<'taskDied'> = { type: 'taskDied', taskSid: NEW_TASK, customerWaiting: false, claim };
const closed: EventOf<'conversationClosed'> = { type: 'conversationClosed' };

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
    taskDied: [{ when: 'any task', event: died, then: ignored('nothing-parked') }],
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
      { when: 'every call answered', event: released, then: moves(parked) },
      {
        when: 'an answer was lost: late calls may still land',
        event: { ...released, settled: false },
        then: moves({ ...parked, lateCallsUntilMs: LATE_UNTIL_MS }),
      },
      {
        when: 'a reply is pending',
        on: parkingRecord({ replyPending: true }),
        event: released,
        then: moves(routing),
      },
      { when: 'the newest messages show a reply', event: { ...released, replied: true }, then: moves(routing) },
      {
        when: 'the record knew a trace already: both are kept',
        on: parkingRecord({ traces: { webhookSid: sid('WH', 9) } }),
        event: { ...released, traces: {} },
        then: moves({ ...parked, traces: { webhookSid: sid('WH', 9) } }),
      },
      { when: 'of another park', event: { ...released, parkId: 'park-0' }, then: ignored('another-park') },
    ],
    parkFailed: [
      { when: 'this park', event: parkFailed, then: ends },
      { when: 'another park', event: { ...parkFailed, parkId: 'park-0' }, then: ignored('another-park') },
    ],
    customerWrote: [
      {
        when: 'the agent is gone already',
        event: wrote,
        then: moves(unparkingRecord({ ...claimed, ...byWorkflow, traces: {}, lateCallsUntilMs: LATE_UNTIL_MS })),
      },
      {
        when: 'the agent is gone already, and the settings say: to him first',
        on: parkingRecord({ park: adaFirst, traces: TRACES }),
        event: wrote,
        then: moves(
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
    taskDied: [{ when: 'from an earlier park', event: died, then: ignored('another-task') }],
    conversationClosed: [{ when: 'while parking', event: closed, then: ends }],
  },
  parked: {
    parkAsked: [
      { when: 'the same task: a repeat', event: asks(), then: ignored('already-parked') },
      { when: 'a newer task: a new park', event: asks(nextTask), then: claimedPark(nextTask) },
    ],
    agentReleased: [{ when: 'again', event: released, then: ignored('repeat') }],
    parkFailed: [{ when: 'after the pivot', event: parkFailed, then: ignored('too-late') }],
    customerWrote: [
      { when: 'the customer writes', event: wrote, then: moves(routing) },
      {
        when: 'the settings say: to the agent first',
        on: parkedRecord({ park: adaFirst }),
        event: wrote,
        then: moves(unparkingRecord({ ...routing, park: adaFirst, target: toAdaForAMinute })),
      },
      {
        when: 'by the workflow, whatever the settings say',
        on: parkedRecord({ park: adaFirst }),
        event: { ...wrote, byWorkflow: true },
        then: moves(unparkingRecord({ ...routing, park: adaFirst })),
      },
      { when: 'a flow has it', on: withFlow, event: wrote, then: ignored('served') },
      { when: 'the flow wants an agent', on: withFlow, event: { ...wrote, byWorkflow: true }, then: moves(routing) },
      {
        when: 'the flow’s time is over',
        on: parkedRecord({ flow: { untilMs: NOW_MS } }),
        event: wrote,
        then: moves(routing),
      },
    ],
    unparkAsked: [
      {
        when: 'by the owner',
        event: byOwner,
        then: moves(unparkingRecord({ ...claimed, cause: 'agent-asked', target: toAda })),
      },
      {
        when: 'by a supervisor, to where he wants it',
        event: { ...bySupervisor, target: { to: 'workflow' } },
        then: moves(unparkingRecord({ ...claimed, cause: 'agent-asked', target: { to: 'workflow' } })),
      },
      { when: 'by another agent', event: byOther, then: refused('not-your-park') },
    ],
    inviteSent: [{ when: 'late', event: sent, then: ignored('too-late') }],
    handedOver: [{ when: 'late', event: handed, then: ignored('too-late') }],
    inviteFailed: [{ when: 'late', event: notSent, then: ignored('too-late') }],
    taskAccepted: [{ when: 'any task', event: accepted, then: ignored('another-task') }],
    taskDied: [{ when: 'any task', event: died, then: ignored('another-task') }],
    conversationClosed: [{ when: 'while parked', event: closed, then: ends }],
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
        then: moves(returningRecord({ sinceMs: NOW_MS })),
      },
      {
        when: 'by this claim, an answer was lost',
        event: { ...sent, settled: false },
        then: moves(returningRecord({ sinceMs: NOW_MS, lateCallsUntilMs: NOW_MS + 30_000 })),
      },
      {
        when: 'for the agent who asked: who and where is kept',
        on: unparkingRecord({ cause: 'agent-asked', target: toAda }),
        event: sent,
        then: moves(returningRecord({ sinceMs: NOW_MS, cause: 'agent-asked', target: toAda })),
      },
      {
        when: 'and went elsewhere than claimed',
        on: unparkingRecord({ target: toAda }),
        event: { ...sent, target: { to: 'workflow' } },
        then: moves(returningRecord({ sinceMs: NOW_MS })),
      },
      { when: 'by another claim', event: { ...sent, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    handedOver: [
      { when: 'by this claim: parked, and the flow has it', event: handed, then: moves(withFlow) },
      { when: 'by another claim', event: { ...handed, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    inviteFailed: [
      { when: 'by this claim: parked as before', event: notSent, then: moves(parked) },
      {
        when: 'for good: needs a person',
        event: { ...notSent, problem: 'channel-gone' },
        then: moves(parkedRecord({ problem: 'channel-gone' })),
      },
      { when: 'by another claim', event: { ...notSent, claimId: 'claim-0' }, then: ignored('another-claim') },
    ],
    taskAccepted: [{ when: 'any task', event: accepted, then: ignored('another-task') }],
    taskDied: [{ when: 'any task', event: died, then: ignored('another-task') }],
    conversationClosed: [{ when: 'while unparking', event: closed, then: ends }],
  },
  returning: {
    parkAsked: [{ when: 'by the agent on the channel', event: asks(nextTask), then: claimedPark(nextTask) }],
    agentReleased: [{ when: 'again', event: released, then: ignored('repeat') }],
    parkFailed: [{ when: 'after the pivot', event: parkFailed, then: ignored('too-late') }],
    customerWrote: [
      { when: 'a task or an agent takes care', event: { ...wrote, served: true }, then: ignored('served') },
      { when: 'nobody takes care', event: wrote, then: moves(routing) },
      {
        when: 'nobody takes care of what an agent had asked for: by workflow',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: wrote,
        then: moves(routing),
      },
    ],
    unparkAsked: [
      { when: 'its task is open', event: { ...byOwner, served: true }, then: ignored('already-unparked') },
      { when: 'by a supervisor', event: { ...bySupervisor, served: true }, then: ignored('already-unparked') },
      { when: 'by another agent', event: byOther, then: refused('not-your-park') },
      {
        when: 'its task died, and nobody told: routed again, to where he wants it',
        event: byOwner,
        then: moves(unparkingRecord({ ...claimed, cause: 'agent-asked', target: toAda })),
      },
    ],
    inviteSent: [{ when: 'again', event: sent, then: ignored('repeat') }],
    handedOver: [{ when: 'late', event: handed, then: ignored('too-late') }],
    inviteFailed: [{ when: 'late', event: notSent, then: ignored('too-late') }],
    taskAccepted: [
      { when: 'its task', event: accepted, then: ends },
      { when: 'another task', event: { ...accepted, taskSid: ANOTHER_TASK }, then: ignored('another-task') },
    ],
    taskDied: [
      { when: 'the customer had written', event: died, then: moves(routing) },
      {
        when: 'the agent had asked, and the customer is silent: parked as before',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: died,
        then: moves(parked),
      },
      {
        when: 'the agent had asked, and the customer waits: by workflow, not to him again',
        on: returningRecord({ cause: 'agent-asked', target: toAda }),
        event: { ...died, customerWaiting: true },
        then: moves(routing),
      },
      { when: 'another task', event: { ...died, taskSid: ANOTHER_TASK }, then: ignored('another-task') },
    ],
    conversationClosed: [{ when: 'while returning', event: closed, then: ends }],
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
  taskDied: died,
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
    expect(transition(record, event)).toStrictEqual(then);
  });

  const everyCell = Object.entries(USUAL).flatMap(([state, record]) =>
    Object.values(EVENTS).map((event) => ({ state, record, event, name: event.type })),
  );

  it('has 5 states and 11 events', () => expect(everyCell).toHaveLength(55));

  it.each(everyCell)('expects something of $state + $name, and answers it', ({ state, record, event, name }) => {
    expect(cells.filter((cell) => cell.state === state && cell.name === name)).not.toHaveLength(0);
    expect(['moved', 'ignored', 'refused']).toContain(transition(record, event).kind);
  });

  it('leaves the record and the event as they were', () => {
    for (const { record, event } of everyCell) {
      const before = JSON.stringify([record, event]);
      transition(record, event);
      expect(JSON.stringify([record, event])).toBe(before);
    }
  });
});

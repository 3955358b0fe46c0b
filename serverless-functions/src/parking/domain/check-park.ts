import type { ErrorCode } from '../../contract/error-codes';
import type { ParkRequest } from '../../contract/park';
import { EXPIRES_SOON_AFTER_MS } from '../../contract/task-expiry';
import type { WorkerSid, WorkflowSid } from '../../contract/sids';
import { priorityBoostOf, returnAttributes, timesParkedBefore } from './attributes';
import { authorOf, type MessageHead } from './messages';
import { askedBack, backAt, dueRoute, type TimeLimits } from './due';
import type { Back } from './plans';
import type { Customer, Park, ParkNote } from './record';
import { replyPlan } from './routing';
import type { DueSettings, ParkSettings, RemarkSettings, ReplySettings } from './settings';

const HOUR_MS = 60 * 60 * 1000;

/** What was read at Twilio about the conversation that an agent wants to park. */
export interface Situation {
  task: SituationTask | undefined;
  interactionParticipants: {
    sid: Park['agent']['participantSid'];
    type: string;
    taskSid?: string;
    workerSid?: string;
  }[];
  conversationParticipants: { sid: Customer['participantSid']; identity?: string; address?: string }[];
  /** Newest first. */
  newestMessages: MessageHead[];
}

/** A task as TaskRouter tells it. After a transfer, or straight to a queue, it has no workflow. */
export type SituationTask = Omit<Park['task'], 'workflowSid'> & {
  status: string;
  workflowSid: WorkflowSid | undefined;
  createdAtMs?: number | undefined;
};

export interface ParkTerms {
  request: ParkRequest;
  caller: { workerSid: WorkerSid; identity: string };
  parkId: string;
  nowMs: number;
  /** As they are for the task's queue. */
  settings: SettingsForPark & { mayPark: boolean };
  /** Task attributes as parsed JSON. */
  attributes: Record<string, unknown>;
  /** Chat identities in the conversation that are Flex users' (looked up when the numbers did not explain them). */
  knownWorkers: ReadonlySet<string>;
  /** The account's, for tasks that have none. */
  defaultWorkflowSid: WorkflowSid | undefined;
}

type SettingsForPark = ReplySettings &
  DueSettings &
  RemarkSettings &
  TimeLimits &
  Pick<
    ParkSettings,
    'showList' | 'wakeLinks' | 'askForNote' | 'wrapUp' | 'customerSpokeLast' | 'maxParkedPerAgent' | 'historyDays'
  >;

export type Check = { ok: true; park: Park } | { ok: false; code: ErrorCode };

const no = (code: ErrorCode): Check => ({ ok: false, code });

/** Whether this agent may park this conversation now, and if so all that coming back will need. */
export function checkPark(situation: Situation, terms: ParkTerms): Check {
  const { task } = situation;
  const { request, caller, attributes } = terms;
  if (!task) return no('task-not-found');
  if (!attributes.flexInteractionChannelSid || !attributes.conversationSid) return no('not-a-messaging-task');
  if (!hintsMatch(request, attributes)) return no('not-your-task');
  const agent = situation.interactionParticipants.find(
    (participant) => participant.taskSid === task.sid && participant.workerSid === caller.workerSid,
  );
  // Agents can rewrite the attributes of their tasks: that they really are in that conversation is what counts.
  const isInside = situation.conversationParticipants.some(({ identity }) => identity === caller.identity);
  if (!agent || !isInside) return no('not-your-task');
  if (task.status !== 'assigned') return no('task-not-assigned');
  const customers = customersOf(situation, caller.identity);
  if (customers.some(({ identity }) => identity !== undefined && terms.knownWorkers.has(identity)))
    return no('other-participants');
  if (customers.length === 0) return no('no-customer');
  const messages = situation.newestMessages;
  if (!terms.settings.mayPark) return no('queue-may-not-park');
  const asked = askedBack(request, { settings: terms.settings, parkedAtMs: terms.nowMs, nowMs: terms.nowMs });
  if (asked === 'impossible') return no('time-not-possible');
  const workflowSid = task.workflowSid ?? terms.defaultWorkflowSid;
  if (!workflowSid) return no('no-workflow');
  const back = asked && backAt(asked, terms.settings, task.queueSid);
  const park = parkOf(terms, { task: { ...task, workflowSid }, customers, participantSid: agent.sid, messages, back });
  const [newest] = messages;
  const isWaiting = newest !== undefined && authorOf(newest, park) === 'customer';
  if (terms.settings.customerSpokeLast === 'refuse' && isWaiting && !expiresSoon(task, terms.nowMs))
    return no('customer-spoke-last');
  return returnAttributes(park, attributes, terms.nowMs) ? { ok: true, park } : no('attributes-too-large');
}

/** Then a refusal meant to protect the customer would lose them with the task. */
function expiresSoon({ createdAtMs }: Pick<SituationTask, 'createdAtMs'>, nowMs: number): boolean {
  return createdAtMs !== undefined && nowMs - createdAtMs >= EXPIRES_SOON_AFTER_MS;
}

/** The request only hints; the task itself says which conversation it belongs to. */
function hintsMatch(request: ParkRequest, attributes: Record<string, unknown>): boolean {
  return (
    attributes.flexInteractionSid === request.interactionSid &&
    attributes.flexInteractionChannelSid === request.channelSid &&
    attributes.conversationSid === request.conversationSid
  );
}

function customersOf(situation: Situation, callerIdentity: string): Customer[] {
  return situation.conversationParticipants
    .filter(({ identity }) => identity !== callerIdentity)
    .map(({ sid, identity, address }) => ({
      participantSid: sid,
      ...(identity !== undefined && { identity }),
      ...(address !== undefined && { address }),
    }));
}

/**
 * Chat identities that may be agents or supervisors: when there are more people in the conversation than Flex lists
 * as customers, any of those without a messaging binding may be one.
 */
export function identitiesInDoubt(situation: Situation, callerIdentity: string): string[] {
  const others = customersOf(situation, callerIdentity);
  const listed = situation.interactionParticipants.filter(({ type }) => type === 'customer').length;
  const bound = others.filter(({ address }) => address !== undefined).length;
  if (others.length <= Math.max(listed, bound)) return [];
  return others.flatMap(({ identity, address }) => (identity !== undefined && address === undefined ? [identity] : []));
}

interface Found {
  task: Park['task'] & Pick<SituationTask, 'createdAtMs'>;
  customers: Customer[];
  participantSid: Park['agent']['participantSid'];
  messages: MessageHead[];
  back: Back | undefined;
}

function parkOf({ request, caller, ...terms }: ParkTerms, found: Found): Park {
  const { sid, attributes, workflowSid, queueSid, queueName, taskChannelUniqueName } = found.task;
  // What an earlier return added is no part of the task's own priority.
  const priority = Math.max(0, found.task.priority - priorityBoostOf(terms.attributes));
  const newestIndex = Math.max(-1, ...found.messages.map(({ index }) => index));
  const park: Park = {
    parkId: terms.parkId,
    parkedAtMs: terms.nowMs,
    conversationSid: request.conversationSid,
    interactionSid: request.interactionSid,
    channelSid: request.channelSid,
    channelType: typeof terms.attributes.channelType === 'string' ? terms.attributes.channelType : 'unknown',
    task: { sid, attributes, workflowSid, ...(queueSid && { queueSid }), queueName, taskChannelUniqueName, priority },
    agent: { ...caller, participantSid: found.participantSid },
    customers: found.customers,
    // A hint beyond the newest message would hide the customer's next one.
    lastSeenMessageIndex: Math.min(request.lastSeenMessageIndex, newestIndex),
    showList: terms.settings.showList,
    ...(terms.settings.wrapUp && { wrapUp: true }),
    reply: replyPlan(terms.settings, found.task),
    ...(terms.settings.maxParkedPerAgent !== null && { slot: { max: terms.settings.maxParkedPerAgent } }),
    ...(found.back && { back: found.back }),
    ...remarksWait(terms.settings),
    ...(expiresSoon(found.task, terms.nowMs) && { savedTask: true }),
    ...(terms.settings.historyDays > 0 && { historyDays: terms.settings.historyDays }),
    ...(terms.settings.wakeLinks && { eventRoute: dueRoute(terms.settings, queueSid) }),
    ...noteKept(terms.settings.askForNote, request, terms.attributes),
  };
  const lastAtMs = found.messages.find((message) => authorOf(message, park) === 'customer')?.atMs;
  return lastAtMs === undefined ? park : { ...park, lastCustomerMessageAtMs: lastAtMs };
}

/** Without a list nobody would see that it waits. */
function remarksWait({
  showList,
  smartWake,
  smartWakeHours,
}: RemarkSettings & Pick<ParkSettings, 'showList'>): Pick<Park, 'remarksWaitMs'> {
  return smartWake && showList ? { remarksWaitMs: smartWakeHours * HOUR_MS } : {};
}

/** What agents write is kept only where they are asked for it; why something was parked by itself always is. */
function noteKept(isAsked: boolean, request: ParkRequest, attributes: Record<string, unknown>): Pick<Park, 'note'> {
  if (isAsked) return { note: noteOf(request, attributes) };
  const { reason } = request;
  return reason ? { note: noteOf({ ...request, note: undefined }, attributes) } : {};
}

function noteOf({ reason, note }: ParkRequest, attributes: Record<string, unknown>): ParkNote {
  const timesParked = timesParkedBefore(attributes) + 1;
  return { timesParked, ...(reason && { reason }), ...(note && { text: note }) };
}

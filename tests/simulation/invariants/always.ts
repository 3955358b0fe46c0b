import { watchNotedReplies } from './noted-replies';
import { count, violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { attributesOf, conversationSidOf, viewOf, type View } from '../run/view';
import { isTimeOver, notBeforeItsTime, remarkHasNotWaitedTooLong } from './due';
import { hasEventCome } from './event';
import { limitHolds } from './limit';
import { unreadableKeepsWebhook } from './unreadable';
import { notUnseenByNow } from './unseen';
import { priorityIsBoostedOnce, repliesGoToTheirQueue } from './reply-route';
import { watchWrapUps, whoServesIsThere } from './wrap-up';
import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';

/** Rules that hold at every moment: checked whenever something changed at Twilio. */
export function watchRules(stage: Stage): void {
  const known = new Set(stage.world.taskRouter.tasks().map(({ sid }) => sid));
  stage.world.events.subscribe((event) => {
    if (event.type === 'reservation.accepted' && conversationSidOf(event.task) === stage.conversation.sid)
      noteAccepted(stage);
    if (event.type !== 'task.created' || known.has(event.task.sid)) return;
    known.add(event.task.sid);
    if (attributesOf(event.task).conversationSid !== stage.conversation.sid) return;
    onlyCustomersWake(stage, event.task);
    notBeforeItsTime(stage, event.task);
    newTaskIsTheOldOne(stage, event.task);
    priorityIsBoostedOnce(stage, event.task);
    // At its time, or after an event, it goes where that setting says.
    if (!isTimeOver(stage) && !hasEventCome(stage)) repliesGoToTheirQueue(stage, event.task);
  });
  watchNotedReplies(stage);
  unreadableKeepsWebhook(stage);
  watchWrapUps(stage);
  stage.hooks.onLongWait = (index) => void notUnseenByNow(stage, index);
  stage.hooks.onLongestWait = (index) => remarkHasNotWaitedTooLong(stage, index);
  stage.hooks.onChange = () => {
    const view = viewOf(stage.world, stage.conversation);
    neverTwoTasks(stage, view);
    neverTwoAgents(stage, view);
    neverATaskBesideAnAgent(stage, view);
    othersAttributesIntact(stage, view);
    othersWebhooksIntact(stage, view);
    whoServesIsThere(stage);
    limitHolds(stage);
  };
}

function noteAccepted({ observed, conversation }: Stage): void {
  observed.unparksAsked.clear();
  observed.seenIndex = conversation.nextMessageIndex - 1;
  observed.firstSeenIndex = Infinity;
}

function neverTwoTasks({ observed }: Stage, { openTasks }: View): void {
  if (openTasks.length > 1) violate(observed, 'never two tasks', `${openTasks.length} open tasks for one conversation`);
}

function neverTwoAgents({ observed }: Stage, { agents }: View): void {
  if (agents.length > 1) violate(observed, 'never two agents', agents.join(' and '));
}

function neverATaskBesideAnAgent({ observed }: Stage, { agents, openTasks }: View): void {
  const offered = openTasks.find(({ assignmentStatus }) => ['pending', 'reserved'].includes(assignmentStatus));
  if (agents.length > 0 && offered)
    violate(observed, 'never a task beside an agent', `${String(agents[0])} serves, and ${offered.sid} waits`);
}

function othersAttributesIntact({ observed }: Stage, { attributes, conversation }: View): void {
  for (const [key, value] of observed.othersAttributes)
    if (attributes[key] !== value)
      violate(observed, 'attributes of others intact', `${key} is gone from ${conversation.attributes}`);
}

function othersWebhooksIntact({ observed }: Stage, { otherWebhookUrls }: View): void {
  if (otherWebhookUrls.length !== 1) violate(observed, 'webhooks of others intact', otherWebhookUrls.join(' '));
}

/** A task is made because a customer wrote what no agent saw, somebody who may asked for it, or its time came. */
function onlyCustomersWake(stage: Stage, task: Task): void {
  const { observed } = stage;
  if (observed.unparksAsked.size > 0 || observed.newestCustomerIndex > observed.firstSeenIndex) return;
  if (isTimeOver(stage)) return count(observed, 'a task for its time');
  if (hasEventCome(stage)) return count(observed, 'a task for an event');
  violate(observed, 'only customers wake', `${task.sid} was made, and neither a customer nor an agent asked for it`);
}

const FLEX_SETS_ANEW = 'flexChannelInviteSid';
/** What parking says to the next agent, which is a matter of its own. */
const CARD = 'parkInteraction';

/** The new task has the old one's attributes and says where it was. */
function newTaskIsTheOldOne({ observed, world }: Stage, task: Task): void {
  const old = observed.lastServed;
  if (!old) return;
  const { originalRouting, [FLEX_SETS_ANEW]: _invite, [CARD]: _card, ...attributes } = attributesOf(task);
  const { originalRouting: _previous, [FLEX_SETS_ANEW]: _old, [CARD]: _oldCard, ...expected } = attributesOf(old);
  const rule = 'the new task has the old one’s data';
  if (!isSame(attributes, expected))
    violate(observed, rule, `${JSON.stringify(attributes)} instead of ${JSON.stringify(expected)}`);
  const queueName = old.queueSid === null ? undefined : world.taskRouter.queue(old.queueSid).friendlyName;
  const routing = Object.entries({ queueName, queueSid: old.queueSid, workerSid: old.workerSid });
  const said: Readonly<Record<string, unknown>> = { ...Object(originalRouting) };
  const wrong = routing.find(
    ([key, value]) => said[key] !== value && !(mayBeDropped(old.attributes, key) && said[key] === undefined),
  );
  if (wrong)
    violate(observed, rule, `originalRouting.${wrong[0]} is ${String(said[wrong[0]])}, not ${String(wrong[1])}`);
  count(observed, 'new task compared with the old one');
}

/** Near the 4096 characters that TaskRouter allows, the queue's name goes first, then all of originalRouting. */
function mayBeDropped(attributes: string, key: string): boolean {
  return attributes.length > (key === 'queueName' ? 3_850 : 3_900);
}

function isSame(one: object, other: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return sorted(one) === sorted(other);
}

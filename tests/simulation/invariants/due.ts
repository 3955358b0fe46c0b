import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import { isUnreadable } from '../run/another-version';
import { count, violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, viewOf, type Json } from '../run/view';

interface ParkedTime {
  readonly dueAtMs: number;
  readonly repliesWait: boolean;
  readonly isReplyNoted: boolean;
}

/** The time in the record, if there is one. */
export function timeOf(record: Json | undefined): ParkedTime | undefined {
  const park = object(record?.park);
  const back = object(park?.back);
  const remark = object(park?.remark);
  const chosenAtMs = typeof back?.atMs === 'number' ? back.atMs : Infinity;
  const remarkUntilMs = typeof remark?.untilMs === 'number' ? remark.untilMs : Infinity;
  if (chosenAtMs === Infinity && remarkUntilMs === Infinity) return undefined;
  const { repliedAtMs, repliesWaitMs } = back ?? {};
  const mayWaitUntilMs = typeof repliedAtMs === 'number' ? repliedAtMs + Number(repliesWaitMs ?? Infinity) : Infinity;
  // An event is stronger than a time.
  const event = object(park?.event);
  const cameAtMs = typeof event?.atMs === 'number' ? event.atMs : Infinity;
  return {
    dueAtMs: Math.min(chosenAtMs, mayWaitUntilMs, cameAtMs, remarkUntilMs),
    repliesWait: repliesWaitMs !== undefined,
    isReplyNoted: repliedAtMs !== undefined || remark !== undefined,
  };
}

/** A customer who wrote waits because the agent wanted it so, or said no more than thanks; and not for ever. */
export function doesReplyWait(stage: Stage): boolean {
  const { clock, conversation, world } = stage;
  const { record } = viewOf(world, conversation);
  const time = timeOf(record);
  if (record?.state !== 'parked' || time === undefined || clock.nowMs() >= time.dueAtMs) return false;
  return time.repliesWait || isLoneRemark(stage, object(object(record.park)?.remark)?.index);
}

/** The closing remark is all that no agent has seen. */
function isLoneRemark({ observed }: Stage, index: unknown): boolean {
  const unseen = observed.customerIndexes.filter((one) => one > observed.seenIndex);
  return unseen.length === 1 && unseen[0] === index;
}

/** Called when a message is as old as it may get: an hour that a closing remark waits, and what anybody may wait. */
export function remarkHasNotWaitedTooLong(stage: Stage, messageIndex: number): void {
  const { conversation, observed, world } = stage;
  const { agents, openTasks, record } = viewOf(world, conversation);
  if (observed.seenIndex >= messageIndex || conversation.state === 'closed' || isUnreadable(stage)) return;
  if (agents.length > 0 || openTasks.length > 0 || record?.state !== 'parked') return;
  const remark = object(object(record.park)?.remark);
  if (remark !== undefined)
    violate(observed, 'a closing remark waits no longer than it may', `message ${messageIndex} still waits`);
}

/** Somebody may be asked for before the customer writes, because the time has come. */
export function isTimeOver({ clock, conversation, world }: Stage): boolean {
  const time = timeOf(viewOf(world, conversation).record);
  return time !== undefined && time.dueAtMs <= clock.nowMs();
}

/** Nobody is asked earlier than the agent wanted, unless another agent asked for it. */
export function notBeforeItsTime(stage: Stage, task: Task): void {
  const { clock, conversation, observed, world } = stage;
  const { record } = viewOf(world, conversation);
  const time = record?.state === 'unparking' ? timeOf(record) : undefined;
  if (!time?.repliesWait || observed.unparksAsked.size > 0 || observed.overwritten) return;
  if (clock.nowMs() < time.dueAtMs)
    violate(observed, 'not before its time', `${task.sid} was made ${time.dueAtMs - clock.nowMs()} ms too early`);
}

/** Whoever looks at the list sees that a reply waits. */
export function waitingReplyIsNoted(stage: Stage, isWaiting: boolean, when: string): void {
  if (!isWaiting || !doesReplyWait(stage)) return;
  const { record } = viewOf(stage.world, stage.conversation);
  count(stage.observed, timeOf(record)?.repliesWait ? 'a reply waited for its time' : 'a closing remark waited');
  if (timeOf(record)?.isReplyNoted !== true)
    violate(stage.observed, 'a waiting reply is noted', `${when}: the record does not say that the customer wrote`);
}

/** After its time it is with somebody, or on its way. */
export function backAtItsTime(stage: Stage, when: string): void {
  const { conversation, observed, world } = stage;
  const { agents, openTasks, record } = viewOf(world, conversation);
  if (conversation.state === 'closed' || agents.length > 0 || openTasks.length > 0) return;
  if (record?.state !== 'parked' || !isTimeOver(stage) || isUnreadable(stage)) return;
  violate(observed, 'back at its time', `${when}: its time is over, and it is still parked`);
}

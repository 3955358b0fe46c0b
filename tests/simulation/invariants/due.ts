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
  if (typeof back?.atMs !== 'number') return undefined;
  const { atMs, repliedAtMs, repliesWaitMs } = back;
  const mayWaitUntilMs = typeof repliedAtMs === 'number' ? repliedAtMs + Number(repliesWaitMs ?? Infinity) : Infinity;
  // An event is stronger than a time.
  const event = object(park?.event);
  const cameAtMs = typeof event?.atMs === 'number' ? event.atMs : Infinity;
  return {
    dueAtMs: Math.min(atMs, mayWaitUntilMs, cameAtMs),
    repliesWait: repliesWaitMs !== undefined,
    isReplyNoted: repliedAtMs !== undefined,
  };
}

/** A customer who wrote waits because the agent wanted it so, and not for ever. */
export function doesReplyWait({ clock, conversation, world }: Stage): boolean {
  const { record } = viewOf(world, conversation);
  const time = timeOf(record);
  return record?.state === 'parked' && time?.repliesWait === true && clock.nowMs() < time.dueAtMs;
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
  count(stage.observed, 'a reply waited for its time');
  if (timeOf(viewOf(stage.world, stage.conversation).record)?.isReplyNoted !== true)
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

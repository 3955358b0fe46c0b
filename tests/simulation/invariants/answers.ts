import type { Outcome } from '../functions/functions-host';
import { refusedRightly } from './limit';
import { isUnreadable } from '../run/another-version';
import { violate, type Press } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, viewOf, type View } from '../run/view';

const RULE = 'the answer tells the truth';
/** Codes that promise nothing about what happened. */
const OPEN = new Set(['park-unconfirmed', 'unpark-unconfirmed', 'internal-error', 'busy']);

/** The slowest position of the switch that shows a task late, and the calls of a Function beside it. */
const TOO_NEW_TO_READ_MS = 10_000;

const OVER = new Set(['completed', 'canceled']);

/** Codes whose text says that nothing was changed. */
const NOTHING_CHANGED = new Set(['rate-limited', 'twilio-unavailable']);

/** Judges an answer at the moment in which it comes. */
export function checkAnswer(stage: Stage, press: Press, outcome: Outcome): void {
  if (outcome.kind === 'no-answer' || stage.conversation.state === 'closed') return;
  const { status, body } = outcome.answer;
  const said = status === 200 ? object(body)?.status : object(body)?.code;
  if (typeof said !== 'string') return violate(stage.observed, RULE, `${press.name} answered ${status} without a word`);
  if (press.what === 'park') checkPark(stage, press, { said, status });
  else checkUnpark(stage, press, { said, status });
}

interface Said {
  readonly said: string;
  readonly status: number;
}

function checkPark(stage: Stage, press: Press, { said, status }: Said): void {
  const view = viewOf(stage.world, stage.conversation);
  const isWrapUp = stage.schedule.wrapUp;
  const task = press.taskSid === undefined ? undefined : stage.world.taskRouter.findTask(press.taskSid);
  const isOver = !task || OVER.has(task.assignmentStatus) || (isWrapUp && task.assignmentStatus === 'wrapping');
  const tell = (message: string) => violate(stage.observed, RULE, `${press.name} says ${said}, but ${message}`);
  if (status === 200) {
    if (!isOver) tell(`the task is ${task.assignmentStatus}`);
    if (view.openTasks.length === 0 && view.agents.length === 0 && !hasWakePath(stage) && !isLeftToReconcile(view))
      tell('nothing will bring the conversation back');
    return;
  }
  if (said === 'busy' && wasUnreadable(stage, press) && !overlaps(stage, press))
    tell('nobody is at work: its record is unreadable');
  if (said === 'too-many-parked') refusedRightly(stage, press.name);
  if (OPEN.has(said) || overlaps(stage, press)) return;
  if (press.wasOnChannel && isOver) tell('the agent is gone');
}

function checkUnpark(stage: Stage, press: Press, { said, status }: Said): void {
  const { world, conversation, observed } = stage;
  const view = viewOf(world, conversation);
  const tell = (message: string) => violate(observed, RULE, `${press.name} says ${said}, but ${message}`);
  if (status !== 200) {
    if (!OPEN.has(said)) observed.unparksAsked.delete(press.name);
    if (OPEN.has(said) || overlaps(stage, press)) return;
    if (NOTHING_CHANGED.has(said) && view.openTasks.some(({ sid }) => !press.openTasks.has(sid)))
      tell('a task was made');
    if (said === 'not-parked' && view.record?.state === 'parked') tell('it is parked');
    if (said === 'not-parked' && isUnreadable(stage)) tell('its record is there, and cannot be read');
    return;
  }
  const isHandled = view.openTasks.length + view.agents.length > 0 || hasWakePath(stage) || hasJustDied(stage);
  if (said === 'unparked' && !isHandled) tell('there is no task');
  // A task that was open when they pressed may have died since the Function looked.
  if (said === 'already-unparked' && !isHandled && press.openTasks.size === 0)
    tell('there is neither a task nor an agent');
}

export function hasWakePath(stage: Pick<Stage, 'world' | 'conversation' | 'observed'>): boolean {
  const { record, wakeWebhooks } = viewOf(stage.world, stage.conversation);
  if (isUnreadable(stage)) return wakeWebhooks.length > 0;
  const parkId = object(record?.park)?.parkId;
  return wakeWebhooks.some((webhook) => webhook.parkId === parkId);
}

/**
 * Twilio may not show a task for seconds after its invite: one that is canceled in that time looks alive to whoever asks, and
 * whoever made it knows no more than that it was there.
 */
function hasJustDied({ world, conversation, clock }: Stage): boolean {
  const { record } = viewOf(world, conversation);
  const task = world.taskRouter.findTask(String(record?.taskSid));
  return record?.state === 'returning' && task !== undefined && clock.nowMs() - task.createdAtMs < TOO_NEW_TO_READ_MS;
}

/**
 * A task that the workflow or a queue had and that died: only a TaskRouter event or reconcile can tell, and the event may have
 * been lost or never sent. A direct invite, which may be declined, keeps its webhook until it is accepted.
 */
export function isLeftToReconcile({ record }: Pick<View, 'record'>): boolean {
  return record?.state === 'returning' && object(record.target)?.to !== 'worker';
}

/** It could be read no more when they pressed; what another version writes later, the press may have waited beside. */
function wasUnreadable(stage: Stage, { pressedAtMs }: Press): boolean {
  const { overwritten } = stage.observed;
  return isUnreadable(stage) && overwritten !== undefined && overwritten.atMs <= pressedAtMs;
}

/** Another Function may have done in between what this one denies. */
function overlaps({ observed }: Stage, { name, pressedAtMs }: Press): boolean {
  return observed.invocations.some(
    (other) => other.name !== name && (other.endedAtMs === undefined || other.endedAtMs >= pressedAtMs),
  );
}

import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import { count, violate, type Observed } from '../run/observed';
import type { Stage } from '../run/stage';
import { flowUntilMs, hasFlowAsked } from '../run/studio-flow';
import { REPLY_QUEUE } from '../run/view';

/** With less room in the task's attributes, what an earlier return added cannot be told from the task's own. */
const ROOM_FOR_BOOST_CHARS = 3_800;

/** What comes back has the priority that it began with, and the boost once, however often it was parked. */
export function priorityIsBoostedOnce({ observed, schedule }: Stage, { priority }: Task): void {
  const expected = observed.firstPriority + schedule.priorityBoost;
  if (schedule.priorityBoost === 0 || hasBeenUnreadable(observed) || schedule.attributesChars > ROOM_FOR_BOOST_CHARS)
    return;
  count(observed, 'returned with a boost');
  if (priority !== expected)
    violate(observed, 'the boost counts once', `a task returns with priority ${priority} instead of ${expected}`);
}

const NOT_THE_FIRST_TRY = [
  'fault ',
  'task.canceled',
  'workflow.timeout',
  'action press-unpark',
  'action cancel',
  'action decline',
  'record unreadable',
];

/** The boost that the record knew may have been what could not be read. */
function hasBeenUnreadable({ counts }: Observed): boolean {
  return [...counts.keys()].some((what) => what.startsWith('record unreadable'));
}

/** Unless something went wrong or an agent asked, a reply with `queue` waits in the queue that the settings name. */
export function repliesGoToTheirQueue({ observed, schedule }: Stage, { queueTarget }: Task): void {
  if (schedule.reply !== 'queue') return;
  if (queueTarget === REPLY_QUEUE) count(observed, 'returned to the queue');
  const isFirstTry = ![...observed.counts.keys()].some((what) => NOT_THE_FIRST_TRY.some((one) => what.startsWith(one)));
  const mayName = schedule.switches.queueInvite !== 'workflow';
  if (isFirstTry && mayName && queueTarget !== REPLY_QUEUE)
    violate(observed, 'a reply goes where the settings say', `it waits in ${queueTarget ?? 'no queue of its own'}`);
}

/** A flow that has not asked for an agent may keep the customer until its time is up: the next message tells. */
export function isWithFlow(stage: Stage): boolean {
  return flowUntilMs(stage) !== undefined && !hasFlowAsked(stage);
}

/** A flow's time with the conversation is not over. */
export function isFlowsTurn(stage: Stage): boolean {
  return (flowUntilMs(stage) ?? 0) > stage.clock.nowMs();
}

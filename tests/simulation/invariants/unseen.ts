import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import type { World } from '../../../local-twilio/src/account/world';
import { lookAtBoard, standsOut } from '../run/board';
import { UNSEEN_AT_MOST_MS } from '../run/bounds';
import { count, violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { viewOf } from '../run/view';
import { hasGoneWrong, isWaiting } from './at-rest';
import { timeOf } from './due';
import { isWithFlow } from './reply-route';

const RULE = 'nobody waits unseen';

/**
 * A customer who wrote is with an agent, or in a queue from which more than one absent agent could take it, or on the
 * supervisors' board.
 */
export async function nobodyWaitsUnseen(stage: Stage, when: string): Promise<void> {
  if (!isUnseen(stage)) return;
  const onBoard = await lookAtBoard(stage);
  if (!isUnseen(stage)) return;
  if (standsOut(onBoard, stage.clock.nowMs())) return count(stage.observed, 'a waiting customer on the board');
  const { openTasks, record } = viewOf(stage.world, stage.conversation);
  const [task] = openTasks;
  violate(
    stage.observed,
    RULE,
    `${when}: ${task ? `${task.sid} is for one absent agent only` : 'there is no task'}, and the board shows ` +
      `${JSON.stringify(onBoard)} (record ${String(record?.state ?? 'none')})`,
  );
}

/** The same by the clock, when nothing went wrong: called when that message has waited as long as it may. */
export async function notUnseenByNow(stage: Stage, messageIndex: number): Promise<void> {
  const { observed } = stage;
  if (observed.seenIndex >= messageIndex || hasGoneWrong(observed) || isWithFlow(stage)) return;
  // It waits because the agent wanted it so; that it ends in time is a rule of its own.
  if (timeOf(viewOf(stage.world, stage.conversation).record)?.repliesWait) return;
  count(observed, 'a message waited as long as it may');
  const ringing = ringsTooLong(stage);
  if (ringing && isUnseen(stage)) violate(observed, RULE, `${ringing.sid} still rings for one absent agent only`);
  await nobodyWaitsUnseen(stage, `message ${messageIndex} has waited long enough`);
}

/** To be seen on the board is for what went wrong; otherwise an invite to one agent ends in time. */
function ringsTooLong({ world, clock, conversation }: Stage): Task | undefined {
  return viewOf(world, conversation).openTasks.find(
    (task) => isForAnAbsentAgentOnly(world, task) && clock.nowMs() - task.createdAtMs >= UNSEEN_AT_MOST_MS,
  );
}

/** Only an agent who is not there could take it, or nobody. */
export function isUnseen(stage: Stage): boolean {
  const { world } = stage;
  const { agents, openTasks, conversation } = viewOf(world, stage.conversation);
  if (!isWaiting(stage) || conversation.state === 'closed' || agents.length > 0) return false;
  return openTasks.every((task) => isForAnAbsentAgentOnly(world, task));
}

function isForAnAbsentAgentOnly({ taskRouter }: World, { direct, routingTarget }: Task): boolean {
  return (
    direct && routingTarget !== null && !taskRouter.activity(taskRouter.worker(routingTarget).activitySid).available
  );
}

import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import { checkCompleted, type Completing } from '../invariants/wrap-up';
import { count } from './observed';
import { requestOf, tokenOf } from './people';
import type { Stage } from './stage';
import { openTasksOf, workerOf, wrappingTasksOf } from './view';

/** Whoever wraps up a parked task of this conversation completes it, as the plugin does. */
export async function completeWrapUps(stage: Stage): Promise<void> {
  await Promise.all(wrappingTasksOf(stage.world, stage.conversation.sid).map((task) => complete(stage, task)));
}

async function complete(stage: Stage, task: Task): Promise<void> {
  const { world, conversation, host, trace, clock } = stage;
  const request = requestOf(world, conversation, task);
  const person = world.iam.findUser(workerOf(world, task) ?? '');
  if (!request || !person) return;
  const completing: Completing = {
    name: host.nextName('complete'),
    task,
    workerSid: person.workerSid,
    pressedAtMs: clock.nowMs(),
    hadItAgain: hasAgain(stage, person.workerSid),
  };
  trace.add(person.username, 'completes the parked task');
  count(stage.observed, 'wrap-up completed by the agent');
  const outcome = await host.invoke({
    path: '/flex/complete-parked-task',
    kind: 'complete',
    event: { Token: tokenOf(stage, person.username), ...request },
  });
  checkCompleted(
    stage,
    { ...completing, hadItAgain: completing.hadItAgain || hasAgain(stage, person.workerSid) },
    outcome,
  );
}

/** The conversation is in their hands again, or about to be, in another task. */
function hasAgain({ world, conversation }: Stage, workerSid: string): boolean {
  return openTasksOf(world, conversation.sid).some((task) =>
    world.taskRouter.reservationsOfTask(task.sid).some((reservation) => reservation.workerSid === workerSid),
  );
}

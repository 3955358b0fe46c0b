import type { Task } from '../../../local-twilio/src/services/taskrouter/entities';
import type { Outcome } from '../functions/functions-host';
import { violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { agentsIn, identitiesOf, object, recordOf, tasksOf } from '../run/view';

const RULE = 'a wrap-up ends as the agent wishes';
/** Codes that promise nothing about what happened. */
const OPEN = new Set(['complete-unconfirmed', 'internal-error', 'rate-limited', 'twilio-unavailable']);
/** A call of a Function that has been answered may still land. */
const LANDS_LATE_MS = 15_000;

/** An agent completes a task in wrap-up. */
export interface Completing {
  /** The invocation's name. */
  readonly name: string;
  readonly task: Task;
  readonly workerSid: string;
  readonly pressedAtMs: number;
  /** He had the conversation in another task meanwhile. */
  readonly hadItAgain: boolean;
}

/** Judges the answer to a completion. */
export function checkCompleted(stage: Stage, { name, task, hadItAgain }: Completing, outcome: Outcome): void {
  if (outcome.kind === 'no-answer' || stage.conversation.state === 'closed') return;
  const { status, body } = outcome.answer;
  const said = String(status === 200 ? object(body)?.status : object(body)?.code);
  const isWrapping = task.assignmentStatus === 'wrapping';
  const tell = (message: string) => violate(stage.observed, RULE, `${name} says ${said}, ${message}`);
  if (OPEN.has(said)) return;
  if (said === 'completed') return isWrapping ? tell('but the task still wraps up') : undefined;
  if (!isWrapping) return;
  if (said === 'leave-to-flex') return tell('and Flex would close the conversation');
  if (said === 'conversation-is-back' && hadItAgain) return;
  tell('and they cannot get rid of their task');
}

/** In fair weather, when they have not got the conversation again, nothing keeps an agent in their wrap-up. */
export function wrapUpCanEnd({ world, conversation, observed }: Stage, when: string): void {
  const tasks = tasksOf(world, conversation.sid);
  const serving = identitiesOf(world, tasks, 'assigned');
  const stuck = identitiesOf(world, tasks, 'wrapping').find((identity) => !serving.includes(identity));
  if (stuck !== undefined) violate(observed, RULE, `${when}: ${stuck} still wraps up`);
}

/** Until somebody completes it or the conversation is on its way back, a parked task wraps up. */
export function watchWrapUps(stage: Stage): void {
  const { world, observed, schedule, clock } = stage;
  if (!schedule.wrapUp) return;
  world.events.subscribe((event) => {
    if (event.type !== 'task.completed' || stage.conversation.state === 'closed') return;
    const { task } = event;
    if (task.sid !== observed.lastServed?.taskSid) return;
    const state = recordOf(world, stage.conversation.sid)?.state;
    if (state !== 'parking' && state !== 'parked') return;
    const mayEndIt = observed.invocations.some(
      ({ name, endedAtMs }) =>
        !name.startsWith('park#') && (endedAtMs === undefined || endedAtMs > clock.nowMs() - LANDS_LATE_MS),
    );
    if (!mayEndIt) violate(observed, RULE, 'a parked task ended, and nobody had asked for it');
  });
}

/** Whoever has the task is in the conversation, and nobody took them out of it. */
export function whoServesIsThere({ world, conversation, observed }: Stage): void {
  if (conversation.state === 'closed') return;
  const inside = agentsIn(world, conversation);
  const missing = identitiesOf(world, tasksOf(world, conversation.sid), 'assigned').find(
    (one) => !inside.includes(one),
  );
  if (missing !== undefined)
    violate(observed, 'who serves is in the conversation', `${missing} has the task and is not in the conversation`);
}

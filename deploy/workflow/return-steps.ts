import type { JsonObject } from '../../flex-config/merge';
import { expressionOf, nameOf, targetsOf } from './configuration';

/** A queue that agents take tasks from. */
export interface Queue {
  sid: string;
  friendlyName: string;
}

/** A filter of ours begins with this name and compares nothing but the queue. */
const NAME = 'Back from parking';

/** By SID: long task attributes lose the name of the queue first, and a queue may be renamed. */
const expressionFor = (queueSid: string): string => `originalRouting.queueSid == "${queueSid}"`;
const EXPRESSION = /^\s*originalRouting\.queueSid\s*==\s*["'](WQ\w+)["']\s*$/;

const KNOWN_WORKER = 'task.originalRouting.workerSid';

/**
 * A returning task of this queue goes to the agent who parked, and to the queue where they do not take it in time.
 * `skip_if` is looked at only where nobody could be offered the task at once (twilio.com/docs/taskrouter/worker-presence):
 * an agent who is away or busy makes nobody wait. The known worker has to be in the queue of the step
 * (twilio.com/docs/taskrouter/workflow-configuration/known-agent-routing, error 40152).
 */
export function returnStep({ sid, friendlyName }: Queue, { timeoutSeconds }: { timeoutSeconds: number }): JsonObject {
  return {
    filter_friendly_name: `${NAME}, ${friendlyName}`,
    expression: expressionFor(sid),
    targets: [
      { queue: sid, known_worker_sid: KNOWN_WORKER, skip_if: '1 == 1', timeout: timeoutSeconds },
      { queue: sid },
    ],
  };
}

/** The queue whose returning tasks a filter is for, whoever wrote it; undefined where it looks at anything else. */
export function queueOfFilter(filter: JsonObject): string | undefined {
  return EXPRESSION.exec(expressionOf(filter))?.[1];
}

/** Written by this command, or by hand from docs/examples/workflow.json. */
export function isReturnStep(filter: JsonObject): boolean {
  const [first] = targetsOf(filter);
  return (
    nameOf(filter).startsWith(NAME) && queueOfFilter(filter) !== undefined && first?.known_worker_sid === KNOWN_WORKER
  );
}

/** How long the agent who parked may take, in seconds; undefined: as long as they like. */
export function timeoutOf(step: JsonObject): number | undefined {
  const timeout = targetsOf(step)[0]?.timeout;
  const seconds = typeof timeout === 'string' ? Number(timeout) : timeout;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined;
}

/** An expression that is true for every task, so that no filter after it is ever reached. */
export function takesEverything(filter: JsonObject): boolean {
  return /^\s*(?:(\d+)\s*==?\s*\1|true)\s*$/i.test(expressionOf(filter));
}

import { runOf } from './names';
import {
  away,
  closeWrittenDown,
  endTasks,
  mine,
  removeConversations,
  type Named,
  type Pass,
  type Which,
} from './removals';
import type { Ground } from './site';
import { post, wait, type Steps } from './steps';
import { SERVERLESS, SYNC_SERVICES, syncUrl, workspaceUrl } from './urls';

export interface Cleaned {
  readonly removed: number;
  /** What is still there, in words. */
  readonly left: readonly string[];
}

/** What is still open, or was just made and cannot be seen yet, goes in a later pass. */
const PASSES = 6;
const BETWEEN_MS = 3_000;

type Place = Pick<Ground, 'workspaceSid' | 'offlineSid'>;

/**
 * Removes what runs have made, in reverse order, and only that: everything is found by its name, so it makes no
 * difference whether the run ended well, was interrupted or was killed.
 */
export function* cleanUp(place: Place, which: Which): Steps<Cleaned> {
  let removed = 0;
  let pass = yield* passOver(place, which, true);
  for (let count = 1; count < PASSES; count += 1) {
    removed += pass.removed;
    // A pass that found nothing is the proof.
    if (pass.removed === 0 && pass.left.length === 0) break;
    yield* wait(BETWEEN_MS);
    pass = yield* passOver(place, which, false);
  }
  return { removed, left: pass.left };
}

function* passOver({ workspaceSid, offlineSid }: Place, which: Which, isFirst: boolean): Steps<Pass> {
  const pass: Pass = { which, removed: 0, left: [] };
  const workspace = workspaceUrl(workspaceSid);
  const services = yield* mine(`${SYNC_SERVICES}?PageSize=100`, 'services', pass);
  const functions = yield* mine(`${SERVERLESS}?PageSize=100`, 'services', pass);
  const queues = yield* mine(`${workspace}/TaskQueues?PageSize=1000`, 'task_queues', pass);
  const workflows = yield* mine(`${workspace}/Workflows?PageSize=1000`, 'workflows', pass);
  const workers = yield* mine(`${workspace}/Workers?PageSize=1000`, 'workers', pass);

  for (const { sid } of services) yield* closeWrittenDown(sid, pass);
  for (const { sid } of workflows) yield* endTasks(workspace, `WorkflowSid=${sid}`, pass);
  for (const { sid } of queues) yield* endTasks(workspace, `TaskQueueSid=${sid}`, pass);
  for (const { sid } of workers) {
    // Only who is not available can be deleted: twilio.com/docs/taskrouter/api/worker
    yield* post(`${workspace}/Workers/${sid}`, { ActivitySid: offlineSid, RejectPendingReservations: 'true' });
    yield* away(`${workspace}/Workers/${sid}`, 'a worker', pass);
  }
  for (const { sid } of workflows) yield* away(`${workspace}/Workflows/${sid}`, 'a workflow', pass);
  for (const { sid } of queues) yield* away(`${workspace}/TaskQueues/${sid}`, 'a queue', pass);
  // An interaction whose conversation is gone cannot be closed any more, and its task may come into sight only later.
  if (pass.left.length > 0) return { ...pass, left: [...pass.left, 'perhaps conversations and Functions'] };
  for (const { sid } of functions) yield* away(`${SERVERLESS}/${sid}`, 'a Functions service', pass);
  const own = which !== 'all' && isFirst ? [which.runId] : [];
  for (const runId of runsOf(own, [...services, ...functions, ...queues, ...workflows, ...workers]))
    yield* removeConversations(runId, pass);
  // It goes last: by its name the conversations of a run are found.
  if (pass.left.length === 0) for (const { sid } of services) yield* away(syncUrl(sid), 'a Sync service', pass);
  return pass;
}

function runsOf(own: readonly string[], found: readonly Named[]): ReadonlySet<string> {
  return new Set([...own, ...found.map(({ friendly_name: name }) => runOf(name)).filter((id) => id !== undefined)]);
}

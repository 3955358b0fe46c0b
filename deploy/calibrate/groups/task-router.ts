import { z } from 'zod';

import { nameOf } from '../names';
import { TASK_CHANNEL, type Site } from '../site';
import { described, isOk, must, post, remove, Refused, saw, wait, type Steps } from '../steps';
import { workspaceUrl } from '../urls';
import type { Group } from './group';
import { answerOffer, offerOf } from './rooms';

const SOON_MS = 20_000;
const OFFERED_AGAIN_WITHIN_MS = 30_000;

const made = z.object({ sid: z.string() });

const create = (url: string, form: Readonly<Record<string, string>>): Steps<{ sid: string }> =>
  must({ method: 'POST', url, form }, made);

function* askOfNames({ workspaceSid, runId }: Site): Steps {
  const reply = yield* post(`${workspaceUrl(workspaceSid)}/TaskQueues`, {
    FriendlyName: nameOf(runId),
    TargetWorkers: 'calibration == "nobody"',
  });
  const position = isOk(reply) ? 'is made' : `is refused: ${described(reply)}`;
  yield* saw({ question: 'queueOfSameName', position: `a second queue of a name ${position}` });
}

/** A workflow of its own, which must not matter to the other questions once it is gone. */
function* askOfOpenTasks(site: Site): Steps {
  const workspace = workspaceUrl(site.workspaceSid);
  const { sid: workflowSid } = yield* create(`${workspace}/Workflows`, {
    FriendlyName: `${nameOf(site.runId)} spare`,
    Configuration: JSON.stringify({ task_routing: { filters: [], default_filter: { queue: site.emptyQueueSid } } }),
  });
  const { sid: taskSid } = yield* createTask(site, workflowSid);
  const reply = yield* remove(`${workspace}/Workflows/${workflowSid}`);
  const position = isOk(reply) ? 'is deleted' : `is not deleted: ${described(reply)}`;
  yield* saw({ question: 'workflowWithTask', position: `a workflow with an open task ${position}` });
  yield* remove(`${workspace}/Tasks/${taskSid}`);
}

const createTask = ({ workspaceSid, runId }: Site, workflowSid: string): Steps<{ sid: string }> =>
  create(`${workspaceUrl(workspaceSid)}/Tasks`, {
    WorkflowSid: workflowSid,
    TaskChannel: TASK_CHANNEL,
    Attributes: JSON.stringify({ calibration: runId }),
  });

function* askOfWorkers({ workspaceSid, unavailableSid, runId }: Site): Steps {
  if (unavailableSid === undefined)
    return yield* saw({ question: 'unavailableWorker', odd: 'the workspace has no such activity' });
  const workers = `${workspaceUrl(workspaceSid)}/Workers`;
  const { sid } = yield* create(workers, { FriendlyName: `${nameOf(runId)} spare`, ActivitySid: unavailableSid });
  const reply = yield* remove(`${workers}/${sid}`);
  yield* saw({ question: 'unavailableWorker', position: isOk(reply) ? 'is done' : `is refused: ${described(reply)}` });
}

/** The only worker of the queue says no: when are they asked again? */
function* askOfDeclining(site: Site): Steps {
  const { sid: taskSid } = yield* createTask(site, site.workflowSid);
  const offer = yield* offerOf(site, taskSid, SOON_MS);
  if (offer === undefined) throw new Refused('no reservation for the worker');
  yield* answerOffer(site, offer, 'rejected');
  const { atMs: declinedMs } = yield* wait(0);
  const again = yield* offerOf(site, taskSid, OFFERED_AGAIN_WITHIN_MS);
  const { atMs: offeredMs } = yield* wait(0);
  yield* remove(`${workspaceUrl(site.workspaceSid)}/Tasks/${taskSid}`);
  const seconds = (offeredMs - declinedMs) / 1000;
  yield* saw({ question: 'declined', position: again === undefined ? NOT_AGAIN : againAfter(seconds) });
}

const NOT_AGAIN = `is not offered the task again within ${OFFERED_AGAIN_WITHIN_MS / 1000} s`;

/** To the next five seconds: what lies between them is how often it was looked. */
const againAfter = (seconds: number): string =>
  seconds < 2 ? 'is offered the task again at once' : `is offered the task again after about ${roundToFive(seconds)} s`;

const roundToFive = (seconds: number): number => Math.max(5, Math.round(seconds / 5) * 5);

/** Of the workspace: what is refused, and how a worker who declined is treated. */
export const taskRouter: Group = {
  title: 'TaskRouter',
  questions: ['queueOfSameName', 'workflowWithTask', 'unavailableWorker', 'declined'],
  makes: 'a workflow, a worker and two tasks',
  seconds: 45,
  repeats: false,
  *ask(site) {
    yield* askOfNames(site);
    yield* askOfOpenTasks(site);
    yield* askOfWorkers(site);
    yield* askOfDeclining(site);
  },
};

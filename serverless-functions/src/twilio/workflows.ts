import type { Twilio } from 'twilio';

import { workflowSid } from '../contract/sids';
import type { Workflows } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** twilio.com/docs/taskrouter/api/workflow and /api/task-queue and, for the default one, twilio.com/docs/flex/developer/config/flex-configuration-rest-api */
export function createWorkflows(client: Twilio, calls: Calls, workspaceSid: string): Workflows {
  const { taskQueues, workflows } = client.taskrouter.v1.workspaces(workspaceSid);
  const standard = async () => {
    const { taskrouterTargetWorkflowSid } = await calls.read(() => client.flexApi.v1.configuration().fetch());
    return workflowSid.safeParse(taskrouterTargetWorkflowSid).data;
  };
  return {
    standard,
    async hasQueue(sid) {
      return (await orUndefined(calls.read(() => taskQueues(sid).fetch()))) !== undefined;
    },
    async replacementOf(sid) {
      const [workflow, other] = await Promise.all([orUndefined(calls.read(() => workflows(sid).fetch())), standard()]);
      return workflow === undefined && other !== sid ? other : undefined;
    },
  };
}

import type { Twilio } from 'twilio';

import { workflowSid } from '../contract/sids';
import type { Workflows } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** twilio.com/docs/taskrouter/api/workflow and, for the default one, twilio.com/docs/flex/developer/config/flex-configuration-rest-api */
export function createWorkflows(client: Twilio, calls: Calls, workspaceSid: string): Workflows {
  const { workflows } = client.taskrouter.v1.workspaces(workspaceSid);
  return {
    async replacementOf(sid) {
      const [workflow, { taskrouterTargetWorkflowSid }] = await Promise.all([
        orUndefined(calls.read(() => workflows(sid).fetch())),
        calls.read(() => client.flexApi.v1.configuration().fetch()),
      ]);
      const standard = workflowSid.safeParse(taskrouterTargetWorkflowSid);
      return workflow === undefined && standard.success && standard.data !== sid ? standard.data : undefined;
    },
  };
}

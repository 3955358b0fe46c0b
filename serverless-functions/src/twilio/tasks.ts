import type { Twilio } from 'twilio';

import { taskQueueSid, workflowSid } from '../contract/sids';
import type { Tasks, Workers } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** twilio.com/docs/taskrouter/api/task */
export function createTasks(client: Twilio, calls: Calls, workspaceSid: string): Tasks {
  const tasks = client.taskrouter.v1.workspaces(workspaceSid).tasks;
  return {
    async fetch(sid) {
      const task = await orUndefined(calls.read(() => tasks(sid).fetch()));
      return (
        task && {
          sid,
          status: task.assignmentStatus,
          attributes: task.attributes,
          workflowSid: workflowSid.parse(task.workflowSid),
          queueSid: taskQueueSid.parse(task.taskQueueSid),
          queueName: task.taskQueueFriendlyName,
          taskChannelUniqueName: task.taskChannelUniqueName,
          priority: task.priority,
        }
      );
    },
  };
}

/** Flex writes a worker's chat identity into his attributes as `contact_uri: client:<identity>`. */
export function createWorkers(client: Twilio, calls: Calls, workspaceSid: string): Workers {
  const workers = client.taskrouter.v1.workspaces(workspaceSid).workers;
  return {
    async hasIdentity(identity) {
      const targetWorkersExpression = `contact_uri == ${JSON.stringify(`client:${identity}`)}`;
      const found = await calls.read(() => workers.list({ targetWorkersExpression, limit: 1, pageSize: 1 }));
      return found.length > 0;
    },
  };
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import { taskQueueSid, workflowSid } from '../contract/sids';
import { parseAttributes } from '../parking/domain/conversation-attributes';
import type { Tasks, Workers } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** The Function that takes TaskRouter's events, and the one it cannot do without. */
const EVENT_PATH = '/webhooks/taskrouter-event';
const DEATH = 'task.canceled';

/** Of a worker's attributes. */
const fullName = z
  .object({ full_name: z.string().trim().min(1) })
  .transform((attributes) => attributes.full_name)
  .optional()
  .catch(undefined);

/** twilio.com/docs/taskrouter/api/task */
export function createTasks(
  client: Twilio,
  calls: Calls,
  { workspaceSid, functionsDomain }: { workspaceSid: string; functionsDomain: string },
): Tasks {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  return {
    async fetch(sid) {
      const task = await orUndefined(calls.read(() => workspace.tasks(sid).fetch()));
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
    async deathsAreReported() {
      // twilio.com/docs/taskrouter/api/workspace: one callback per workspace; an empty filter means every event.
      const { eventCallbackUrl, eventsFilter } = await calls.read(() => workspace.fetch());
      const events = (eventsFilter ?? '').split(',').filter(Boolean);
      const isOurs = eventCallbackUrl === `https://${functionsDomain}${EVENT_PATH}`;
      return isOurs && (events.length === 0 || events.includes(DEATH));
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
    async nameOf(sid) {
      const worker = await orUndefined(calls.read(() => workers(sid).fetch()));
      // Flex writes `full_name` (twilio.com/docs/flex/admin-guide/setup/sso-configuration); others may not.
      return worker && (fullName.parse(parseAttributes(worker.attributes)) ?? worker.friendlyName);
    },
    async isFree(sid, taskChannelUniqueName) {
      // twilio.com/docs/taskrouter/api/worker and /api/worker-channel
      const [worker, channels = []] = await Promise.all([
        orUndefined(calls.read(() => workers(sid).fetch())),
        orUndefined(calls.read(() => workers(sid).workerChannels.list({ pageSize: 50 }))),
      ]);
      const channel = channels.find((held) => held.taskChannelUniqueName === taskChannelUniqueName);
      return worker?.available === true && channel?.available === true && channel.availableCapacityPercentage > 0;
    },
  };
}

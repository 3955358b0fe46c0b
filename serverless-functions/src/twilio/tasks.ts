import type { Twilio } from 'twilio';
import { z } from 'zod';

import { taskQueueSid, taskSid, workerSid, workflowSid } from '../contract/sids';
import type { Tasks } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, orUndefined } from './failure';

/** The Function that takes TaskRouter's events, and the one it cannot do without. */
const EVENT_PATH = '/webhooks/taskrouter-event';
const DEATH = 'task.canceled';

/** Fields that Twilio's description says may be null; nobody who only asks for a status depends on them. */
const details = z
  .object({
    attributes: z.string().nullish(),
    workflowSid: workflowSid.optional().catch(undefined),
    taskQueueSid: taskQueueSid.optional().catch(undefined),
    taskQueueFriendlyName: z.string().nullish(),
    taskChannelUniqueName: z.string().nullish(),
    priority: z.number().nullish(),
    dateCreated: z.date().nullish(),
  })
  .transform((task) => ({
    attributes: task.attributes ?? '{}',
    workflowSid: task.workflowSid,
    queueSid: task.taskQueueSid,
    queueName: task.taskQueueFriendlyName ?? '',
    taskChannelUniqueName: task.taskChannelUniqueName ?? 'default',
    priority: task.priority ?? 0,
    createdAtMs: task.dateCreated?.getTime(),
  }));

const MAX_REMEMBERED = 1_000;

/** Tasks that are over; what a container remembers of them. */
export type TasksOver = Set<string>;

/** twilio.com/docs/taskrouter/api/task */
export function createTasks(
  client: Twilio,
  calls: Calls,
  { workspaceSid, functionsDomain, over }: { workspaceSid: string; functionsDomain: string; over: TasksOver },
): Tasks {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  return {
    async fetch(sid) {
      const task = await orUndefined(calls.read(() => workspace.tasks(sid).fetch()));
      return (
        task && {
          sid,
          status: task.assignmentStatus,
          ...details.parse(task),
        }
      );
    },
    async countPending(atMost) {
      const list = () => workspace.tasks.list({ assignmentStatus: ['pending'], limit: atMost, pageSize: atMost });
      return (await calls.read(list)).length;
    },
    async assignedLongest(atMost) {
      // By default the oldest come first: twilio.com/docs/taskrouter/api/task#list-action
      const list = () => workspace.tasks.list({ assignmentStatus: ['assigned'], limit: atMost, pageSize: atMost });
      return (await calls.read(list)).map((task) => ({
        sid: taskSid.parse(task.sid),
        status: task.assignmentStatus,
        ...details.parse(task),
      }));
    },
    async acceptedBy(sid) {
      const list = () => workspace.tasks(sid).reservations.list({ reservationStatus: 'accepted', limit: 1 });
      const [accepted] = (await orUndefined(calls.read(list))) ?? [];
      return accepted && { workerSid: workerSid.parse(accepted.workerSid), atMs: accepted.dateUpdated.getTime() };
    },
    noteOver(sid) {
      if (over.size >= MAX_REMEMBERED) over.clear();
      over.add(sid);
    },
    isKnownToBeOver: (sid) => over.has(sid),
    async status(sid) {
      return (await orUndefined(calls.read(() => workspace.tasks(sid).fetch())))?.assignmentStatus;
    },
    async cancel(sid, reason) {
      try {
        await calls.write(() => workspace.tasks(sid).update({ assignmentStatus: 'canceled', reason }));
        return true;
      } catch (error) {
        if (!isRefused(error, {})) throw error;
        const now = await orUndefined(calls.read(() => workspace.tasks(sid).fetch()));
        return now === undefined || now.assignmentStatus === 'canceled';
      }
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

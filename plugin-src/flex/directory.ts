import type { Manager } from '@twilio/flex-ui';
import { z } from 'zod';

import {
  taskQueueSid,
  workerSid,
  type TaskQueueSid,
  type WorkerSid,
} from '../../serverless-functions/src/contract/sids';

export interface DirectoryAgent {
  workerSid: WorkerSid;
  name: string;
  /** As the account calls it. */
  activity: string;
  isAvailable: boolean;
}

export interface DirectoryQueue {
  queueSid: TaskQueueSid;
  name: string;
}

export interface DirectoryEntries {
  /** Those who are available first. */
  agents: readonly DirectoryAgent[];
  queues: readonly DirectoryQueue[];
  /** There may be more than Twilio has given. */
  isCut: boolean;
}

/** Agents and queues as Flex's own transfer directory finds them. */
export interface Directory {
  /** Those whose name contains the words; all for none. Rejects when Flex is not connected. */
  find(words: string): Promise<DirectoryEntries>;
}

/** What we use of Flex's client for TaskRouter's data, and of its store. */
export interface DirectoryPorts {
  insights: {
    instantQuery(index: string): Promise<{
      search(expression: string): Promise<void>;
      getItems(): Readonly<Record<string, unknown>>;
    }>;
  };
  activities: () => Iterable<{ readonly sid: string; readonly name: string; readonly available: boolean }>;
}

/** The most that one query gives. */
const ENTRIES_AT_MOST = 200;

const named = z.object({ full_name: z.string().trim().min(1) });

/** Data of the indexes `tr-worker` and `tr-queue`: twilio.com/docs/sync/live-query */
const workerData = z.object({
  worker_sid: workerSid,
  friendly_name: z.string().catch(''),
  activity_name: z.string().catch(''),
  worker_activity_sid: z.string().optional().catch(undefined),
  attributes: named.partial().catch({}),
});
const queueData = z.object({ queue_sid: taskQueueSid, queue_name: z.string() });

export function createDirectory(manager: Manager): Directory {
  return directoryOf({
    insights: { instantQuery: (index) => manager.insightsClient.instantQuery(index) },
    activities: () => manager.store.getState().flex.worker.activities.values(),
  });
}

export function directoryOf({ activities, insights }: DirectoryPorts): Directory {
  const ask = async <Schema extends z.ZodTypeAny>(index: string, expression: string, schema: Schema) => {
    const query = await insights.instantQuery(index);
    await query.search(expression);
    // One that is not as documented is left out: a strange worker must not hide the others.
    return Object.values(query.getItems()).flatMap((data): z.infer<Schema>[] => {
      const parsed = schema.safeParse(data);
      return parsed.success ? [parsed.data] : [];
    });
  };
  return {
    async find(words) {
      const [workers, found] = await Promise.all([
        ask('tr-worker', contains(words, ['data.attributes.full_name', 'data.friendly_name']), workerData),
        ask('tr-queue', contains(words, ['data.queue_name']), queueData),
      ]);
      const known = [...activities()];
      const agents = workers.map((worker) => agentOf(worker, known)).sort(byAvailabilityAndName);
      const queues = found.map(({ queue_name: name, queue_sid: queueSid }) => ({ queueSid, name })).sort(byName);
      return { agents, queues, isCut: Math.max(agents.length, queues.length) >= ENTRIES_AT_MOST };
    },
  };
}

function contains(words: string, fields: readonly string[]): string {
  const wanted = words.trim();
  return wanted === '' ? '' : fields.map((field) => `${field} CONTAINS ${JSON.stringify(wanted)}`).join(' OR ');
}

type Activities = ReturnType<DirectoryPorts['activities']> extends Iterable<infer One> ? readonly One[] : never;

/** Who is in an activity that is not known is not taken for available. */
function agentOf(worker: z.infer<typeof workerData>, activities: Activities): DirectoryAgent {
  const { activity_name: activity, worker_activity_sid: activitySid } = worker;
  const held = activities.find(({ name, sid }) =>
    activitySid === undefined ? name === activity : sid === activitySid,
  );
  return {
    workerSid: worker.worker_sid,
    name: worker.attributes.full_name ?? worker.friendly_name,
    activity,
    isAvailable: held?.available === true,
  };
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name);
}

function byAvailabilityAndName(one: DirectoryAgent, other: DirectoryAgent): number {
  return Number(other.isAvailable) - Number(one.isAvailable) || byName(one, other);
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import { taskQueueSid } from '../contract/sids';
import { parseAttributes } from '../parking/domain/conversation-attributes';
import type { Workers } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** Of a worker's attributes. */
const fullName = z
  .object({ full_name: z.string().trim().min(1) })
  .transform((attributes) => attributes.full_name)
  .optional()
  .catch(undefined);

/** Of a worker's attributes: Flex's chat identity. */
const contactUri = z
  .object({ contact_uri: z.string().regex(/^client:./) })
  .transform((attributes) => attributes.contact_uri.slice('client:'.length))
  .optional()
  .catch(undefined);

/** How long a name, or whether somebody is a worker, is taken as known. */
const KNOWN_FOR_MS = 10 * 60_000;

interface Known<Value> {
  value: Value;
  atMs: number;
}

/** What a container remembers of workers. Lists with an expression are limited to three a second per account. */
export interface KnownWorkers {
  names: Map<string, Known<string>>;
  identities: Map<string, Known<boolean>>;
}

export const noKnownWorkers = (): KnownWorkers => ({ names: new Map(), identities: new Map() });

interface Options {
  workspaceSid: string;
  known: KnownWorkers;
  nowMs: () => number;
}

/**
 * Flex writes a worker's chat identity into their attributes as `contact_uri: client:<identity>`. Three lists with
 * TargetWorkersExpression a second: twilio.com/en-us/changelog/taskrouter-endpoint-rate-limit-correction
 */
export function createWorkers(client: Twilio, calls: Calls, { workspaceSid, known, nowMs }: Options): Workers {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const { workers } = workspace;

  async function once<Value>(
    among: Map<string, Known<Value>>,
    key: string,
    look: () => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    const held = among.get(key);
    if (held && nowMs() - held.atMs < KNOWN_FOR_MS) return held.value;
    const value = await look();
    if (value !== undefined) among.set(key, { value, atMs: nowMs() });
    return value;
  }

  return {
    async hasIdentity(identity) {
      const targetWorkersExpression = `contact_uri == ${JSON.stringify(`client:${identity}`)}`;
      const look = async () =>
        (await calls.read(() => workers.list({ targetWorkersExpression, limit: 1, pageSize: 1 }))).length > 0;
      return (await once(known.identities, identity, look)) ?? false;
    },
    nameOf: (sid) =>
      once(known.names, sid, async () => {
        const worker = await orUndefined(calls.read(() => workers(sid).fetch()));
        // Flex writes `full_name` (twilio.com/docs/flex/admin-guide/setup/sso-configuration); others may not.
        return worker && (fullName.parse(parseAttributes(worker.attributes)) ?? worker.friendlyName);
      }),
    async presence(sid) {
      const worker = await orUndefined(calls.read(() => workers(sid).fetch()));
      const identity = worker && contactUri.parse(parseAttributes(worker.attributes));
      return identity === undefined ? undefined : { identity, isAvailable: worker?.available === true };
    },
    async freeChannels(sid) {
      // twilio.com/docs/taskrouter/api/worker and /api/worker-channel
      const [worker, channels = []] = await Promise.all([
        orUndefined(calls.read(() => workers(sid).fetch())),
        orUndefined(calls.read(() => workers(sid).workerChannels.list({ pageSize: 50 }))),
      ]);
      if (worker?.available !== true) return [];
      const free = channels.filter((channel) => channel.available && channel.availableCapacityPercentage > 0);
      return free.map(({ taskChannelUniqueName }) => taskChannelUniqueName);
    },
    async countAvailable(atMost) {
      // `Available`: twilio.com/docs/taskrouter/api/worker#list-action
      return (await calls.read(() => workers.list({ available: 'true', limit: atMost, pageSize: atMost }))).length;
    },
    async queueOf(workerSid) {
      // `WorkerSid`: twilio.com/docs/taskrouter/api/task-queue#list-action
      const [queue] = await calls.read(() => workspace.taskQueues.list({ workerSid, limit: 1, pageSize: 1 }));
      return taskQueueSid.safeParse(queue?.sid).data;
    },
  };
}

import { codeOf, ParkingError, TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import type { ListItemKey, Ports, Stored, Written } from '../../../../serverless-functions/src/parking/ports';
import { PARKED_AT_MS, sid } from '../support/fixtures';
import type { Faults } from './faults';
import { DEFAULT_WORKFLOW, leaves, type World } from './fake-world';

export const DOMAIN = 'parking-local.twil.io';

const PAGE_SIZE = 50;

/** The ports on an in-memory world; every call goes through the faults. */
export function createPorts(world: World, faults: Faults): Ports {
  return {
    ...conversationPorts(world, faults),
    ...routingPorts(world, faults),
    records: recordsPort(world, faults),
    list: listPort(world, faults),
    board: {
      changed: () => Promise.resolve(),
      letWatch: (identity) => faults.via('board.letWatch', () => void world.watchers.add(identity)),
    },
    slots: slotsPort(world, faults),
    flows: flowsPort(world, faults),
    settings: {
      current: () =>
        faults.via('settings.current', () => ({ ...world.settings, defaultWorkflowSid: DEFAULT_WORKFLOW })),
    },
    clock: world.clock,
    newId: () => `id-${world.next()}`,
    hadLostAnswers: faults.hadLostAnswers,
    log: (step, outcome, details) => world.log.push(JSON.stringify({ step, outcome, ...details })),
    functionsDomain: DOMAIN,
  };
}

function recordsPort(world: World, { via }: Faults): Ports['records'] {
  const put = (record: Stored['record'], documentSid: string): Written => {
    const stored = { record: structuredClone(record), documentSid, revision: String(world.next()) };
    world.records.set(record.park.conversationSid, stored);
    return { kind: 'written', stored };
  };
  const isCurrent = ({ record, revision }: Stored) =>
    world.records.get(record.park.conversationSid)?.revision === revision;
  return {
    read: (conversation) => via('records.read', () => world.records.get(conversation)),
    create: (record) =>
      via('records.create', () =>
        world.records.has(record.park.conversationSid) ? { kind: 'conflict' } : put(record, `ET${world.next()}`),
      ),
    replace: (stored, record) =>
      via('records.replace', () => (isCurrent(stored) ? put(record, stored.documentSid) : { kind: 'conflict' })),
    remove: (stored) =>
      via('records.remove', () => {
        if (!isCurrent(stored)) return 'conflict';
        world.records.delete(stored.record.park.conversationSid);
        return 'removed';
      }),
    async *pages(cursor) {
      const all = await via('records.pages', () => [...world.records.values()]);
      const cursorAt = (at: number) => (at > 0 && at < all.length ? String(at) : undefined);
      for (let at = Number(cursor ?? 0); at < Math.max(1, all.length); at += PAGE_SIZE) {
        const records = all.slice(at, at + PAGE_SIZE);
        yield { records, cursor: cursorAt(at), nextCursor: cursorAt(at + PAGE_SIZE) };
      }
    },
    lease: (nowMs, untilMs) =>
      via('records.lease', () => {
        if (world.lease.untilMs > nowMs) return undefined;
        world.lease = { ...world.lease, untilMs };
        return world.lease;
      }),
    saveCursor: (lease, cursor) => via('records.saveCursor', () => void (world.lease = { ...lease, cursor })),
  };
}

function conversationPorts(world: World, { via }: Faults): Pick<Ports, 'conversations' | 'wakeWebhooks'> {
  return {
    conversations: {
      fetch: () => via('conversations.fetch', () => world.conversation && { ...world.conversation }),
      putAttributes: (_, attributes) =>
        via('conversations.putAttributes', () => {
          if (!world.conversation) throw new TwilioFailure('refused', { status: 404 });
          world.conversation = { ...world.conversation, attributes };
        }),
      participants: () => via('conversations.participants', () => [...world.participants]),
      newestMessages: () =>
        via('conversations.newestMessages', () => ({
          messages: [...world.messages].reverse().slice(0, 20),
          complete: world.messages.length < 20,
        })),
      readMessages: () =>
        via('conversations.readMessages', () => ({
          messages: [...world.messages]
            .reverse()
            .slice(0, 20)
            .map((message) => ({ atMs: PARKED_AT_MS, ...message, body: `message ${message.index}`, hasMedia: false })),
          complete: world.messages.length < 20,
        })),
      say: (_, body) =>
        via('conversations.say', () => {
          world.said.push(body);
          world.messages.push({ index: world.messages.length, author: 'system' });
        }),
    },
    wakeWebhooks: {
      create: ({ parkId }) =>
        via('wakeWebhooks.create', () => {
          const webhook = sid('WH', world.next());
          const createdAtMs = world.clock.nowMs();
          world.webhooks.set(webhook, { sid: webhook, parkId, functionsDomain: DOMAIN, createdAtMs });
          return webhook;
        }),
      list: () => via('wakeWebhooks.list', () => [...world.webhooks.values()]),
      remove: (_, webhook) => via('wakeWebhooks.remove', () => void world.webhooks.delete(webhook)),
    },
  };
}

function routingPorts(world: World, { via }: Faults): Pick<Ports, 'interactions' | 'tasks' | 'workers' | 'workflows'> {
  return {
    interactions: {
      participants: () => via('interactions.participants', () => [...world.channel]),
      release: (_, participant) =>
        via('interactions.release', () => {
          const agent = world.channel.find((one) => one.sid === participant);
          if (!agent) throw new TwilioFailure('refused', { status: 404 });
          leaves(world, agent);
        }),
      close: () =>
        via('interactions.close', () => {
          if (world.conversation) world.conversation = { ...world.conversation, state: 'closed' };
        }),
      invite: (_, invite) =>
        via('interactions.invite', () => {
          if (world.conversation?.state !== 'active') throw new TwilioFailure('refused', { status: 400 });
          if (world.deletedWorkflows.has(invite.routing.workflowSid))
            throw new TwilioFailure('refused', { status: 404 });
          const taskSid = sid('WT', world.next());
          const { workflowSid, taskChannelUniqueName, priority } = invite.routing;
          const routing = { workflowSid, taskChannelUniqueName, priority, queueSid: sid('WQ'), queueName: 'Support' };
          world.tasks.set(taskSid, { sid: taskSid, status: 'pending', attributes: invite.attributes, ...routing });
          world.invites.push({ taskSid, ...invite });
          return taskSid;
        }),
      invites: () => via('interactions.invites', () => [...world.invites]),
    },
    tasks: {
      fetch: (task) => via('tasks.fetch', () => world.tasks.get(task)),
      deathsAreReported: () => via('tasks.deathsAreReported', () => world.deathsAreReported),
    },
    workers: {
      hasIdentity: (identity) => via('workers.hasIdentity', () => world.staff.some((one) => one.identity === identity)),
      nameOf: (worker) => via('workers.nameOf', () => world.names.get(worker)),
      isFree: (worker) => via('workers.isFree', () => world.free.has(worker)),
    },
    workflows: {
      replacementOf: (workflow) =>
        via('workflows.replacementOf', () => (world.deletedWorkflows.has(workflow) ? DEFAULT_WORKFLOW : undefined)),
    },
  };
}

function listPort(world: World, { via }: Faults): Ports['list'] {
  const keyOf = ({ workerSid, conversationSid }: Omit<ListItemKey, 'parkId'>) => `${workerSid}/${conversationSid}`;
  const mine = (key: ListItemKey) => {
    const row = world.rows.get(keyOf(key));
    return row?.item.parkId === key.parkId ? row : undefined;
  };
  return {
    put: (item, ttlSeconds) =>
      via('list.put', () => {
        const revision = String(world.next());
        world.rows.set(keyOf(item), { item, ttlSeconds, revision });
        return { mapSid: sid('MP'), mapItemKey: item.conversationSid, revision };
      }),
    find: (key) =>
      via('list.find', () => {
        const row = mine(key);
        return row && { mapSid: sid('MP'), mapItemKey: key.conversationSid, revision: row.revision };
      }),
    remove: (key, revision) =>
      via('list.remove', () => {
        if (mine(key) || world.rows.get(keyOf(key))?.revision === revision) world.rows.delete(keyOf(key));
      }),
    letAgentRead: ({ identity }) => via('list.letAgentRead', () => void world.readers.add(identity)),
    async *all() {
      yield* await via('list.all', () => [...world.rows.values()].map(({ item }) => item));
    },
  };
}

function slotsPort(world: World, { via }: Faults): Ports['slots'] {
  return {
    take: (slot) => via('slots.take', () => void world.slots.set(slot.parkId, slot)),
    free: ({ parkId }) => via('slots.free', () => void world.slots.delete(parkId)),
    of: (worker) => via('slots.of', () => [...world.slots.values()].filter(({ workerSid }) => workerSid === worker)),
  };
}

function flowsPort(world: World, { via }: Faults): Ports['flows'] {
  return {
    attach: (_, flow) => via('flows.attach', () => void world.flows.push(flow)),
    detach: (_, flow) => via('flows.detach', () => void (world.flows = world.flows.filter((held) => held !== flow))),
  };
}

/** The code that an operation was refused with. */
export async function codeOfRefusal(operation: Promise<unknown>): Promise<string> {
  const outcome = await operation.then(
    (answer) => `answered ${JSON.stringify(answer)}`,
    (error: unknown) => (error instanceof ParkingError || error instanceof TwilioFailure ? codeOf(error) : error),
  );
  if (typeof outcome === 'string') return outcome;
  throw outcome;
}

import { conversationSid, type ConversationSid } from '../../../../serverless-functions/src/contract/sids';
import type { InteractionRecord } from '../../../../serverless-functions/src/parking/domain/record';
import type { InviteRouting } from '../../../../serverless-functions/src/parking/domain/routing';
import { codeOf, ParkingError, TwilioFailure } from '../../../../serverless-functions/src/parking/errors';
import type { DueTime, ListItemKey, Ports, Written } from '../../../../serverless-functions/src/parking/ports';
import type { Revision } from '../../../../serverless-functions/src/parking/record-port';
import { createWakeLinks } from '../../../../serverless-functions/src/http/wake-links';
import { foundIn, writtenAs } from '../../../../serverless-functions/src/twilio/record-documents';
import { PARKED_AT_MS, sid } from '../support/fixtures';
import type { Faults } from './faults';
import { fakeAccountSettings, heldSettings } from './fake-settings';
import { leaves, type World } from './fake-world';

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
    dueTimes: dueTimesPort(world, faults),
    history: historyPort(world, faults),
    flows: flowsPort(world, faults),
    settings: {
      current: () =>
        faults.via('settings.current', () => ({
          ...world.settings,
          mark: 'as-they-are',
          defaultWorkflowSid: world.defaultWorkflowSid,
        })),
    },
    accountSettings: fakeAccountSettings(heldSettings({}), faults),
    ...alertPorts(world, faults),
    wakeLinks: createWakeLinks('a secret of thirty-two characters'),
    clock: world.clock,
    newId: () => `id-${world.next()}`,
    hadLostAnswers: faults.hadLostAnswers,
    log: (step, outcome, details) => world.log.push(JSON.stringify({ step, outcome, ...details })),
    functionsDomain: DOMAIN,
  };
}

function alertPorts(world: World, { via }: Faults): Pick<Ports, 'alertsTold' | 'alertPost'> {
  return {
    alertsTold: {
      note: ({ parkId, kind }) =>
        via('alertsTold.note', () => {
          const isNew = !world.alertsTold.has(`${parkId}_${kind}`);
          world.alertsTold.add(`${parkId}_${kind}`);
          return isNew;
        }),
      forget: ({ parkId, kind }) => via('alertsTold.forget', () => void world.alertsTold.delete(`${parkId}_${kind}`)),
    },
    alertPost: {
      ensureReady() {
        if (!world.hasAlertSecret) throw new Error('the Functions have no ALERT_SECRET: deploy again');
      },
      send: (url, body) => via('alertPost.send', () => void world.alertsSent.push({ url, body })),
    },
  };
}

function recordsPort(world: World, { via }: Faults): Ports['records'] {
  const put = (record: InteractionRecord, documentSid: string): Written => {
    const document = { sid: documentSid, revision: String(world.next()), data: structuredClone(record) };
    const held = [...world.documents].find(([, { sid: of }]) => of === documentSid);
    world.documents.set(held?.[0] ?? record.park.conversationSid, document);
    return writtenAs(document, record);
  };
  const find = (conversationSid: ConversationSid, parkId?: string) => {
    const document = world.documents.get(conversationSid);
    return document && foundIn(document, { conversationSid, parkId });
  };
  const isCurrent = ({ documentSid, revision }: Revision) =>
    [...world.documents.values()].some((held) => held.sid === documentSid && held.revision === revision);
  return {
    read: (conversation, parkId) => via('records.read', () => find(conversation, parkId)),
    create: (record) =>
      via('records.create', () =>
        world.documents.has(record.park.conversationSid) ? { kind: 'conflict' } : put(record, `ET${world.next()}`),
      ),
    replace: (at, record) =>
      via('records.replace', () => (isCurrent(at) ? put(record, at.documentSid) : { kind: 'conflict' })),
    remove: (stored) =>
      via('records.remove', () => {
        if (!isCurrent(stored)) return 'conflict';
        world.documents.delete(stored.record.park.conversationSid);
        return 'removed';
      }),
    async *pages(cursor) {
      const all = await via('records.pages', () => [...world.documents.keys()]);
      const cursorAt = (at: number) => (at > 0 && at < all.length ? String(at) : undefined);
      for (let at = Number(cursor ?? 0); at < Math.max(1, all.length); at += PAGE_SIZE) {
        const records = all.slice(at, at + PAGE_SIZE).flatMap((key) => find(conversationSid.parse(key)) ?? []);
        yield { records, cursor: cursorAt(at), nextCursor: cursorAt(at + PAGE_SIZE) };
      }
    },
    lease: (nowMs, untilMs) =>
      via('records.lease', () => {
        if (world.lease.untilMs > nowMs) return undefined;
        world.lease = { ...world.lease, untilMs };
        return world.lease;
      }),
    saveProgress: (lease) => via('records.saveProgress', () => void (world.lease = lease)),
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
            .map((message) => ({
              atMs: PARKED_AT_MS,
              body: `message ${message.index}`,
              hasMedia: false,
              ...message,
            })),
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
      release: (_, participant, to) =>
        via('interactions.release', () => {
          const agent = world.channel.find((one) => one.sid === participant);
          if (!agent) throw new TwilioFailure('refused', { status: 404 });
          leaves(world, agent, to);
        }),
      close: () =>
        via('interactions.close', () => {
          if (world.conversation) world.conversation = { ...world.conversation, state: 'closed' };
        }),
      invite: (_, invite) =>
        via('interactions.invite', () => {
          ensureIsTaken(world, invite.routing);
          const taskSid = sid('WT', world.next());
          const { workflowSid, taskChannelUniqueName, priority, direct, queueSid } = invite.routing;
          const queue = { queueSid: direct?.queueSid ?? queueSid ?? sid('WQ'), queueName: 'Support' };
          const routing = { workflowSid, taskChannelUniqueName, priority, ...queue };
          const createdAtMs = world.clock.nowMs();
          const { attributes } = invite;
          world.tasks.set(taskSid, { sid: taskSid, status: 'pending', attributes, createdAtMs, ...routing });
          world.invites.push({ taskSid, ...invite });
          return taskSid;
        }),
      invites: () => via('interactions.invites', () => [...world.invites]),
      hasFailed: () => via('interactions.hasFailed', () => world.channelFailed),
    },
    tasks: tasksPort(world, via),
    workers: {
      hasIdentity: (identity) => via('workers.hasIdentity', () => world.staff.some((one) => one.identity === identity)),
      nameOf: (worker) => via('workers.nameOf', () => world.names.get(worker)),
      presence: (worker) =>
        via('workers.presence', () => {
          const found = world.staff.find(({ workerSid }) => workerSid === worker);
          return found && { identity: found.identity, isAvailable: world.free.has(worker) };
        }),
      freeChannels: (worker) => via('workers.freeChannels', () => (world.free.has(worker) ? ['chat'] : [])),
      countAvailable: (atMost) => via('workers.countAvailable', () => Math.min(atMost, world.free.size)),
      queueOf: (worker) => via('workers.queueOf', () => world.queues.get(worker)?.[0]),
    },
    workflows: {
      standard: () => via('workflows.standard', () => world.defaultWorkflowSid),
      hasQueue: (queue) => via('workflows.hasQueue', () => [...world.queues.values()].flat().includes(queue)),
      replacementOf: (workflow) =>
        via('workflows.replacementOf', () =>
          world.deletedWorkflows.has(workflow) && workflow !== world.defaultWorkflowSid
            ? world.defaultWorkflowSid
            : undefined,
        ),
    },
  };
}

/** Throws what Twilio answers to an invite that it does not take. */
function ensureIsTaken(world: World, { direct, workflowSid }: InviteRouting): void {
  if (world.conversation?.state !== 'active' || world.channelFailed)
    throw new TwilioFailure('refused', { status: 400 });
  if (world.deletedWorkflows.has(workflowSid)) throw new TwilioFailure('refused', { status: 404 });
  const isOutside = direct?.queueSid && !world.queues.get(direct.workerSid)?.includes(direct.queueSid);
  if (isOutside) throw new TwilioFailure('refused', { status: 400 });
}

function tasksPort(world: World, via: Faults['via']): Ports['tasks'] {
  return {
    fetch: (task) => via('tasks.fetch', () => world.tasks.get(task)),
    status: (task) => via('tasks.status', () => world.tasks.get(task)?.status),
    countPending: (atMost) =>
      via('tasks.countPending', () => {
        const pending = [...world.tasks.values()].filter(({ status }) => status === 'pending');
        return Math.min(atMost, pending.length);
      }),
    assignedLongest: (atMost) =>
      via('tasks.assignedLongest', () =>
        [...world.tasks.values()].filter(({ status }) => status === 'assigned').slice(0, atMost),
      ),
    acceptedBy: (task) => via('tasks.acceptedBy', () => world.accepted.get(task)),
    noteOver: () => undefined,
    isKnownToBeOver: () => false,
    cancel: (sidOfTask) =>
      via('tasks.cancel', () => {
        const task = world.tasks.get(sidOfTask);
        if (task?.status === 'assigned' || task?.status === 'wrapping') return false;
        if (task) world.tasks.set(sidOfTask, { ...task, status: 'canceled' });
        return true;
      }),
    deathsAreReported: () => via('tasks.deathsAreReported', () => world.deathsAreReported),
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
        if (!world.hasMap) return undefined;
        // As in Sync: a row that was taken away and is written again begins at 0 again.
        const held = world.rows.get(keyOf(item));
        const revision = held ? String(Number(held.revision) + 1) : '0';
        world.rows.set(keyOf(item), { item, ttlSeconds, revision });
        return { mapSid: sid('MP'), mapItemKey: item.conversationSid, revision };
      }),
    createMap: () =>
      via('list.createMap', () => {
        if (world.hasMap) return undefined;
        world.hasMap = true;
        return sid('MP');
      }),
    peek: (key) => via('list.peek', () => world.rows.get(keyOf(key))?.item),
    markProblem: (key, problem) =>
      via('list.markProblem', () => {
        const row = mine(key);
        if (row)
          world.rows.set(keyOf(key), {
            ...row,
            item: { ...row.item, problem },
            revision: String(Number(row.revision) + 1),
          });
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
  };
}

function slotsPort(world: World, { via }: Faults): Ports['slots'] {
  return {
    take: (slot) => via('slots.take', () => void world.slots.set(slot.parkId, slot)),
    free: ({ parkId }) => via('slots.free', () => void world.slots.delete(parkId)),
    of: (worker) => via('slots.of', () => [...world.slots.values()].filter(({ workerSid }) => workerSid === worker)),
  };
}

function dueTimesPort(world: World, { via }: Faults): Ports['dueTimes'] {
  const keyOf = ({ atMs, parkId }: Omit<DueTime, 'conversationSid'>) => `${atMs}_${parkId}`;
  return {
    put: (time) => via('dueTimes.put', () => void world.dueTimes.set(keyOf(time), time)),
    remove: (time) => via('dueTimes.remove', () => void world.dueTimes.delete(keyOf(time))),
    first: () => via('dueTimes.first', () => [...world.dueTimes.values()].sort((a, b) => a.atMs - b.atMs)),
  };
}

function historyPort(world: World, { via }: Faults): Ports['history'] {
  return {
    add: (entry, days) =>
      via('history.add', () => {
        if (!world.history.has(entry.parkId)) world.history.set(entry.parkId, { ...entry, days });
      }),
    page: (cursor) =>
      via('history.page', () => {
        const at = Number(cursor ?? 0);
        const all = [...world.history.values()].sort((a, b) => b.parkedAt.localeCompare(a.parkedAt));
        const entries = all.slice(at, at + PAGE_SIZE).map(({ days: _, ...entry }) => entry);
        return { entries, nextCursor: at + PAGE_SIZE < all.length ? String(at + PAGE_SIZE) : undefined };
      }),
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

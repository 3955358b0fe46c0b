import { notFound } from '../../kernel/errors';
import type { Conversation } from '../../services/conversations/entities';
import type { World } from '../../account/world';
import type { Logs } from './log';
import { customerOf, outcomeOf, personName, readJson } from './words';

/** One thing of the page in full: some facts, then its parts. */
export interface Details {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly { readonly title: string; readonly value: unknown }[];
}

export const detailKinds = ['agents', 'tasks', 'conversations', 'sync', 'webhooks', 'calls'] as const;
export type DetailKind = (typeof detailKinds)[number];

const text = (ms: number | null): string => (ms === null ? 'never' : new Date(ms).toISOString());
const milliseconds = (ms: number | null): string => (ms === null ? 'under way' : `${ms.toFixed(1)} ms`);

function agent(world: World, sid: string): Details {
  const { channels, attributes, ...worker } = world.taskRouter.worker(sid);
  return {
    title: personName(world, sid),
    facts: [
      ['SID', worker.sid],
      ['Activity', world.taskRouter.activity(worker.activitySid).friendlyName],
      ['Since', text(worker.statusChangedAtMs)],
    ],
    parts: [
      { title: 'Attributes', value: readJson(attributes) },
      { title: 'Channels', value: [...channels.values()] },
      { title: 'Reservations', value: world.taskRouter.activeReservations(sid) },
    ],
  };
}

function task(world: World, sid: string): Details {
  const { attributes, rejectedBy, ...held } = world.taskRouter.task(sid);
  return {
    title: `Task of ${customerOf(attributes)}`,
    facts: [
      ['SID', held.sid],
      ['Status', held.assignmentStatus],
      ['Created', text(held.createdAtMs)],
    ],
    parts: [
      { title: 'Attributes', value: readJson(attributes) },
      { title: 'Reservations', value: world.taskRouter.reservationsOfTask(sid) },
      { title: 'Task', value: { ...held, rejectedBy: [...rejectedBy] } },
    ],
  };
}

const spoken = (world: World, { messages }: Conversation) =>
  messages.map(({ index, author, body, media }) => ({
    index,
    author: personName(world, author ?? 'system'),
    body,
    ...(media.length > 0 ? { media } : {}),
  }));

function conversation(world: World, sid: string): Details {
  const held = world.conversations.get(sid);
  const channel = world.flex.channelOfConversation(held.sid);
  return {
    title: held.friendlyName ?? held.sid,
    facts: [
      ['SID', held.sid],
      ['State', held.state],
      ['Channel', channel ? `${channel.type}, ${channel.status}` : 'none'],
      ['Created', text(held.createdAtMs)],
    ],
    parts: [
      { title: 'Webhooks', value: [...held.webhooks.values()] },
      { title: 'Attributes', value: readJson(held.attributes) },
      { title: 'Participants', value: [...held.participants.values()] },
      { title: 'Messages', value: spoken(world, held) },
      {
        title: 'Interaction',
        value: channel && {
          ...channel,
          participants: [...channel.participants.values()],
          invites: [...channel.invites.values()],
        },
      },
    ],
  };
}

function syncObject(world: World, sid: string): Details {
  for (const service of world.sync.services()) {
    const found = service.documents.get(sid) ?? service.maps.get(sid) ?? service.lists.get(sid);
    if (!found) continue;
    const content = 'items' in found ? [...found.items.values()] : found.data;
    return {
      title: found.uniqueName ?? found.sid,
      facts: [
        ['SID', found.sid],
        ['Service', `${service.friendlyName} (${service.sid})`],
        ['Revision', found.revision.toString(16)],
        ['Created by', found.createdBy],
        ['Expires', text(found.expiresAtMs)],
      ],
      parts: [{ title: 'items' in found ? 'Items' : 'Data', value: content }],
    };
  }
  throw notFound(`/Sync/${sid}`);
}

function webhook({ deliveries }: Logs, number: string): Details {
  const found = deliveries.find(Number(number));
  if (!found) throw notFound(`/Deliveries/${number}`);
  const { delivery, outcome, durationMs, at } = found;
  return {
    title: `${delivery.method} ${new URL(delivery.url).pathname}`,
    facts: [
      ['At', at],
      ['URL', delivery.url],
      ['X-Twilio-Signature', delivery.headers['x-twilio-signature'] ?? 'none'],
      ['Answer', outcomeOf(outcome).outcome],
      ['Took', milliseconds(durationMs)],
    ],
    parts: [
      { title: 'Parameters', value: delivery.params },
      { title: 'Answer', value: outcome && 'body' in outcome ? readJson(String(outcome.body)) : outcome },
    ],
  };
}

function call({ calls }: Logs, number: string): Details {
  const found = calls.find(Number(number));
  if (!found) throw notFound(`/Calls/${number}`);
  return {
    title: found.operationId ?? `${found.method} ${found.path}`,
    facts: [
      ['At', found.at],
      ['Request', `${found.method} https://${found.host}${found.path}`],
      ['Status', found.status === 0 ? 'no answer' : String(found.status)],
      ['Took', milliseconds(found.durationMs)],
    ],
    parts: [
      { title: 'Body', value: bodyOf(found.requestBody) },
      { title: 'Answer', value: found.answer },
    ],
  };
}

const bodyOf = (body: string): unknown =>
  body.startsWith('{') ? readJson(body) : Object.fromEntries(new URLSearchParams(body));

/** Throws 404 / 20404 for what is not there any more. */
export function detailsOf(world: World, logs: Logs, { kind, id }: { kind: DetailKind; id: string }): Details {
  switch (kind) {
    case 'agents':
      return agent(world, id);
    case 'tasks':
      return task(world, id);
    case 'conversations':
      return conversation(world, id);
    case 'sync':
      return syncObject(world, id);
    case 'webhooks':
      return webhook(logs, id);
    case 'calls':
      return call(logs, id);
  }
}

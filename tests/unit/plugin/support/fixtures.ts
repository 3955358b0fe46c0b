import type { EveryonesItem } from '../../../../serverless-functions/src/contract/everyone';
import type { ListItem } from '../../../../serverless-functions/src/contract/list-item';
import type { ConversationLike } from '../../../../plugin-src/flex/conversation';
import type { HeaderTask } from '../../../../plugin-src/parking/parking-services';

/** The nth SID of a kind: two letters and 32 hex digits. */
export function sid<Prefix extends string>(prefix: Prefix, n = 1): `${Prefix}${string}` {
  return `${prefix}${n.toString(16).padStart(32, '0')}`;
}

export const ME = sid('WK');
export const MY_IDENTITY = 'ada';
export const NOW = new Date('2026-03-04T12:00:00Z');

export function aListItem(changes: Partial<ListItem> = {}): ListItem {
  return {
    parkId: 'park-1',
    conversationSid: sid('CH'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    workerSid: ME,
    customerName: 'Grace',
    customerAddress: 'grace@example.com',
    channelType: 'web',
    queueName: 'Support',
    parkedAt: '2026-03-04T11:55:00.000Z',
    ...changes,
  };
}

export function anEveryonesItem(changes: Partial<EveryonesItem> = {}): EveryonesItem {
  return { ...aListItem(), agentName: 'ben', state: 'parked', ...changes };
}

/** The items as the state holds them: by conversation SID. */
export function itemsOf(...items: ListItem[]): Record<string, ListItem> {
  return Object.fromEntries(items.map((item) => [item.conversationSid, item]));
}

export const MESSAGING_ATTRIBUTES = {
  flexInteractionSid: sid('KD'),
  flexInteractionChannelSid: sid('UO'),
  conversationSid: sid('CH'),
  customerName: 'Grace',
};

export function aTask(changes: Partial<HeaderTask> = {}): HeaderTask {
  return {
    taskSid: sid('WT'),
    status: 'accepted',
    workerSid: ME,
    attributes: MESSAGING_ATTRIBUTES,
    getParticipants: () => Promise.resolve([aParticipant({ type: 'agent', identity: MY_IDENTITY, workerSid: ME })]),
    ...changes,
  };
}

/** A message as Flex holds it. */
export function aMessageBy(author: string, index: number): ConversationLike['messages'][number] {
  return { index, isFromMe: author === MY_IDENTITY, source: { author, participantSid: null } };
}

/** A participant of the interaction channel as Flex gives it. */
export function aParticipant(of: { type: string; identity?: string; workerSid?: string }) {
  return {
    type: of.type,
    ...(of.workerSid ? { routingProperties: { workerSid: of.workerSid } } : {}),
    mediaProperties: { identity: of.identity ?? null },
  };
}

export function aConversation(changes: Partial<ConversationLike> = {}): ConversationLike {
  return {
    source: {},
    currentPaginator: {},
    isLoadingConversation: false,
    isLoadingParticipants: false,
    errorWhileLoadingConversation: false,
    messages: [{ index: 0 }, { index: 4 }],
    participants: new Map([
      [MY_IDENTITY, {}],
      ['grace', {}],
    ]),
    transfers: [],
    ...changes,
  };
}

import type { Context } from '../events';
import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { Conversations, NewParticipant } from '../commands';
import type { Conversation, ConversationParticipant, MessagingBinding, Origin } from '../entities';
import { QUIETLY } from '../entities';
import { checkRole } from './roles';
import { fireWebhooks, type WebhookEventType } from './webhook-events';
import { participantFields, removedAt } from './webhook-fields';
import { checkAttributes, checkIdentity, getConversation, getOpenConversation } from '../store';
import type { ConversationStore } from '../store';

type Participants = Pick<
  Conversations,
  'addParticipant' | 'updateParticipant' | 'removeParticipant' | 'markRead' | 'type'
>;

const sameBinding = (one: MessagingBinding | null, other: MessagingBinding): boolean =>
  one?.address === other.address && one.proxyAddress === other.proxyAddress;

export function getParticipant(conversation: Conversation, sid: string): ConversationParticipant {
  const found = conversation.participants.get(sid);
  if (!found) throw notFound(`/Conversations/${conversation.sid}/Participants/${sid}`);
  return found;
}

/** Who wrote: by identity (chat) or by address (SMS, WhatsApp). */
export function participantOfAuthor(conversation: Conversation, author: string): ConversationParticipant | undefined {
  return [...conversation.participants.values()].find(
    ({ identity, messagingBinding }) => identity === author || messagingBinding?.address === author,
  );
}

interface Joining {
  readonly conversation: Conversation;
  readonly input: NewParticipant;
}

function refuseTwins({ limits }: Context, store: ConversationStore, { conversation, input }: Joining): void {
  const { identity, messagingBinding } = input;
  const present = [...conversation.participants.values()];
  if (identity && present.some((participant) => participant.identity === identity))
    throw new TwilioError(409, 50433, 'Participant already exists');
  if (!messagingBinding) return;
  // One open conversation per address pair: https://www.twilio.com/docs/flex/developer/conversations/best-practices
  const open = [conversation, ...store.conversations.values()].filter(({ state }) => state !== 'closed');
  const taken = open.find(({ participants }) =>
    [...participants.values()].some((participant) => sameBinding(participant.messagingBinding, messagingBinding)),
  );
  if (taken)
    throw new TwilioError(
      409,
      50416,
      `A binding for this participant and proxy address already exists in ${taken.sid}`,
    );
  if (
    present.filter((participant) => participant.messagingBinding).length >= limits.messagingParticipantsPerConversation
  )
    throw new TwilioError(400, 50422, 'Non-chat participants limit exceeded');
}

/** Puts it into its Conversation, and tells nobody yet. */
export function join(
  context: Context,
  store: ConversationStore,
  { conversation, input }: Joining,
): ConversationParticipant {
  if (!input.identity === !input.messagingBinding)
    throw invalidParameter('Give either Identity or MessagingBinding.Address and MessagingBinding.ProxyAddress');
  refuseTwins(context, store, { conversation, input });
  if (conversation.participants.size >= context.limits.participantsPerConversation)
    throw new TwilioError(400, 50417, 'Participants limit exceeded');
  const participant = newParticipant(context, store, { conversation, input });
  conversation.participants.set(participant.sid, participant);
  return participant;
}

function newParticipant(
  context: Context,
  store: ConversationStore,
  { conversation, input }: Joining,
): ConversationParticipant {
  const { clock, limits, sids } = context;
  const now = clock.nowMs();
  return {
    sid: sids.next('MB'),
    conversationSid: conversation.sid,
    identity: input.identity ? checkIdentity(input.identity) : null,
    messagingBinding: input.messagingBinding ?? null,
    createdAtMs: now,
    attributes: checkAttributes(input.attributes ?? '{}', limits.participantAttributesBytes),
    roleSid: input.roleSid === undefined ? store.defaultRoleSid : checkRole(store, input.roleSid, 'conversation'),
    lastReadMessageIndex: null,
    lastReadAtMs: null,
    updatedAtMs: now,
  };
}

export interface Announcing {
  readonly context: Context;
  readonly store: ConversationStore;
  /** Makes one at first sight. */
  readonly user: (identity: string, by: Origin) => unknown;
}

interface Membership {
  readonly conversation: Conversation;
  readonly participant: ConversationParticipant;
}

function markAsRead({ clock, events }: Context, { conversation, participant }: Membership, index: number | null): void {
  participant.lastReadMessageIndex = index;
  participant.lastReadAtMs = clock.nowMs();
  events.emit({ type: 'conversation.participant.read', conversation, participant });
}

/** Tells everybody of who has joined, and makes a user of them if need be. */
export function announce(
  { context, store, user }: Announcing,
  { conversation, participant }: Membership,
  by: Origin,
): void {
  if (participant.identity) user(participant.identity, by);
  context.events.emit({ type: 'conversation.participant.added', conversation, participant });
  fireWebhooks(context, store, {
    ...{ conversation, eventType: 'onParticipantAdded', by },
    fields: participantFields(participant),
  });
}

export function createParticipants(announcing: Announcing): Participants {
  const { context, store } = announcing;
  const { clock, events, limits } = context;
  const tell = ({ conversation, participant }: Membership, eventType: WebhookEventType, by: Origin) => {
    const removed = eventType === 'onParticipantRemoved' ? removedAt(clock.nowMs()) : {};
    const fields = { ...participantFields(participant), ...removed };
    fireWebhooks(context, store, { conversation, eventType, by, fields });
  };

  return {
    addParticipant(conversationSid, input, by = QUIETLY) {
      const conversation = getOpenConversation(store, conversationSid);
      const participant = join(context, store, { conversation, input });
      announce(announcing, { conversation, participant }, by);
      return participant;
    },
    updateParticipant(conversationSid, participantSid, { attributes, roleSid, lastReadMessageIndex, by = QUIETLY }) {
      const conversation = getOpenConversation(store, conversationSid);
      const participant = getParticipant(conversation, participantSid);
      // All of it is checked before any of it is done.
      if (attributes !== undefined) checkAttributes(attributes, limits.participantAttributesBytes);
      participant.roleSid = roleSid === undefined ? participant.roleSid : checkRole(store, roleSid, 'conversation');
      participant.attributes = attributes ?? participant.attributes;
      if (lastReadMessageIndex !== undefined) markAsRead(context, { conversation, participant }, lastReadMessageIndex);
      participant.updatedAtMs = clock.nowMs();
      events.emit({ type: 'conversation.participant.updated', conversation, participant });
      tell({ conversation, participant }, 'onParticipantUpdated', by);
      return participant;
    },
    removeParticipant(conversationSid, participantSid, by = QUIETLY) {
      const conversation = getOpenConversation(store, conversationSid);
      const participant = getParticipant(conversation, participantSid);
      conversation.participants.delete(participant.sid);
      events.emit({ type: 'conversation.participant.removed', conversation, participant });
      tell({ conversation, participant }, 'onParticipantRemoved', by);
    },
    markRead(conversationSid, identity, index) {
      const conversation = getConversation(store, conversationSid);
      const participant = participantOfAuthor(conversation, identity);
      if (!participant) throw notFound(`/Conversations/${conversation.sid}/Participants of ${identity}`);
      markAsRead(context, { conversation, participant }, index);
      return participant;
    },
    type(conversationSid, author) {
      const conversation = getOpenConversation(store, conversationSid);
      events.emit({ type: 'conversation.typing', conversation, author });
    },
  };
}

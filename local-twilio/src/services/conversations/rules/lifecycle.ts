import type { Context } from '../events';
import { deadlines } from '../../../kernel/deadlines';
import { TwilioError } from '../../../kernel/errors';
import type { ConversationChanges, Conversations, NewConversation } from '../commands';
import type { Conversation, ConversationState, Origin } from '../entities';
import { QUIETLY } from '../entities';
import { checkAttributes, checkFriendlyName, checkUniqueName } from '../store';
import { findConversation, getConversation, getOpenConversation } from '../store';
import type { ConversationStore } from '../store';
import { announce, join, type Announcing } from './participants';
import { fireWebhooks, type WebhookEventType } from './webhook-events';
import { conversationFields, removedAt } from './webhook-fields';

type Lifecycle = Pick<
  Conversations,
  'list' | 'find' | 'get' | 'create' | 'createWith' | 'update' | 'remove' | 'ofIdentity'
>;

interface StateChange {
  readonly conversation: Conversation;
  readonly to: ConversationState;
  readonly reason: 'API' | 'TIMER' | 'EVENT';
  readonly by: Origin;
}

/** Moves a Conversation to another state and says so: https://www.twilio.com/docs/conversations/states-timers */
export function changeState(
  context: Context,
  store: ConversationStore,
  { conversation, to, reason, by }: StateChange,
): void {
  const from = conversation.state;
  if (from === to) return;
  conversation.state = to;
  conversation.stateUpdatedAtMs = context.clock.nowMs();
  conversation.updatedAtMs = conversation.stateUpdatedAtMs;
  context.events.emit({ type: 'conversation.state', conversation, from, reason });
  const fields: Record<string, string> = {
    StateUpdated: new Date(conversation.stateUpdatedAtMs).toISOString(),
    StateFrom: from,
    StateTo: to,
    Reason: reason,
  };
  if (conversation.messagingServiceSid) fields.MessagingServiceSid = conversation.messagingServiceSid;
  fireWebhooks(context, store, { conversation, eventType: 'onConversationStateUpdated', by, fields });
}

function newConversation(context: Context, store: ConversationStore, input: NewConversation): Conversation {
  const { clock, limits, sids } = context;
  const now = clock.nowMs();
  return {
    sid: sids.next('CH'),
    serviceSid: store.service.sid,
    createdBy: input.createdBy ?? 'system',
    createdAtMs: now,
    friendlyName: checkFriendlyName(input.friendlyName ?? null, context),
    uniqueName: checkUniqueName(store, input.uniqueName ?? null),
    messagingServiceSid: input.messagingServiceSid ?? store.defaultMessagingServiceSid,
    attributes: checkAttributes(input.attributes ?? '{}', limits.conversationAttributesBytes),
    state: 'active',
    stateUpdatedAtMs: now,
    updatedAtMs: now,
    inactiveAtMs: null,
    closedAtMs: null,
    participants: new Map(),
    messages: [],
    nextMessageIndex: 0,
    webhooks: new Map(),
  };
}

function apply(context: Context, conversation: Conversation, changes: ConversationChanges): void {
  const { limits } = context;
  const { friendlyName, uniqueName, attributes, inactiveAtMs, closedAtMs } = changes;
  // All of it is checked before any of it is done.
  if (friendlyName !== undefined) checkFriendlyName(friendlyName, context);
  if (attributes !== undefined) checkAttributes(attributes, limits.conversationAttributesBytes);
  if (friendlyName !== undefined) conversation.friendlyName = friendlyName;
  if (uniqueName !== undefined) conversation.uniqueName = uniqueName || null;
  if (attributes !== undefined) conversation.attributes = attributes;
  if (inactiveAtMs !== undefined) conversation.inactiveAtMs = inactiveAtMs;
  if (closedAtMs !== undefined) conversation.closedAtMs = closedAtMs;
}

/** https://www.twilio.com/docs/conversations/states-timers */
function createTimers(context: Context, store: ConversationStore) {
  const timer = (field: 'inactiveAtMs' | 'closedAtMs', to: ConversationState) => {
    const { watch, forget } = deadlines<Conversation>(context.clock, (conversation) => conversation[field]);
    const run = (conversation: Conversation) => {
      conversation[field] = null;
      if (conversation.state !== 'closed')
        changeState(context, store, { conversation, to, reason: 'TIMER', by: { source: 'API', webhooks: true } });
    };
    return { watch: (conversation: Conversation) => watch(conversation, () => run(conversation)), forget };
  };
  const timers = [timer('inactiveAtMs', 'inactive'), timer('closedAtMs', 'closed')];
  return {
    watch: (conversation: Conversation) => timers.forEach((one) => one.watch(conversation)),
    forget: (conversation: Conversation) => timers.forEach((one) => one.forget(conversation)),
  };
}

export function createLifecycle(announcing: Announcing): Lifecycle {
  const { context, store } = announcing;
  const { clock, events } = context;
  const timers = createTimers(context, store);
  for (const conversation of store.conversations.values()) timers.watch(conversation);

  const tell = (conversation: Conversation, eventType: WebhookEventType, by: Origin) => {
    const removed = eventType === 'onConversationRemoved' ? removedAt(clock.nowMs()) : {};
    const fields = { ...conversationFields(conversation), ...removed };
    fireWebhooks(context, store, { conversation, eventType, by, fields });
  };

  const begin = (conversation: Conversation, by: Origin) => {
    store.conversations.set(conversation.sid, conversation);
    events.emit({ type: 'conversation.added', conversation });
    tell(conversation, 'onConversationAdded', by);
    return conversation;
  };

  return {
    list: () => [...store.conversations.values()],
    find: (name) => findConversation(store, name),
    get: (name) => getConversation(store, name),
    ofIdentity: (identity) =>
      [...store.conversations.values()].filter((conversation) =>
        [...conversation.participants.values()].some((participant) => participant.identity === identity),
      ),
    create: (input, by = QUIETLY) => begin(newConversation(context, store, input), by),
    createWith(input, participants, by = QUIETLY) {
      // https://www.twilio.com/docs/api/errors/50426
      if (participants.length > context.limits.participantsPerRequest)
        throw new TwilioError(400, 50426, 'Request contains too many participants');
      const conversation = newConversation(context, store, input);
      const members = participants.map((one) => join(context, store, { conversation, input: one }));
      // One after the other, as if each had joined.
      conversation.participants.clear();
      begin(conversation, by);
      for (const participant of members) {
        conversation.participants.set(participant.sid, participant);
        announce(announcing, { conversation, participant }, by);
      }
      return conversation;
    },
    update(sid, changes, by = QUIETLY) {
      const conversation = getOpenConversation(store, sid);
      const { uniqueName = null } = changes;
      if (uniqueName !== conversation.uniqueName) checkUniqueName(store, uniqueName);
      apply(context, conversation, changes);
      conversation.updatedAtMs = clock.nowMs();
      timers.watch(conversation);
      if (changes.state) changeState(context, store, { conversation, to: changes.state, reason: 'API', by });
      events.emit({ type: 'conversation.updated', conversation });
      tell(conversation, 'onConversationUpdated', by);
      return conversation;
    },
    remove(sid, by = QUIETLY) {
      const conversation = getConversation(store, sid);
      store.conversations.delete(conversation.sid);
      timers.forget(conversation);
      events.emit({ type: 'conversation.removed', conversation });
      tell(conversation, 'onConversationRemoved', by);
    },
  };
}

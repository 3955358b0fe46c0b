import type { Context } from '../events';
import { TwilioError } from '../../../kernel/errors';
import type { ConversationChanges, Conversations, NewConversation } from '../commands';
import type { Conversation, ConversationState, Origin } from '../entities';
import { QUIETLY } from '../entities';
import { checkAttributes, checkFriendlyName, findConversation, getConversation, getOpenConversation } from '../store';
import type { ConversationStore } from '../store';
import { fireWebhooks, type WebhookEventType } from './webhook-events';
import { conversationFields, removedAt } from './webhook-fields';

type Lifecycle = Pick<Conversations, 'list' | 'find' | 'get' | 'create' | 'update' | 'remove' | 'ofIdentity'>;

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

interface Timer {
  readonly conversation: Conversation;
  readonly field: 'inactiveAtMs' | 'closedAtMs';
  readonly to: ConversationState;
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
    uniqueName: input.uniqueName ?? null,
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
  if (changes.friendlyName !== undefined) conversation.friendlyName = checkFriendlyName(changes.friendlyName, context);
  if (changes.uniqueName !== undefined) conversation.uniqueName = changes.uniqueName;
  if (changes.attributes !== undefined)
    conversation.attributes = checkAttributes(changes.attributes, limits.conversationAttributesBytes);
  if (changes.inactiveAtMs !== undefined) conversation.inactiveAtMs = changes.inactiveAtMs;
  if (changes.closedAtMs !== undefined) conversation.closedAtMs = changes.closedAtMs;
}

function armTimer(context: Context, store: ConversationStore, { conversation, field, to }: Timer): void {
  const { clock } = context;
  const dueMs = conversation[field];
  if (dueMs === null) return;
  clock.schedule(dueMs - clock.nowMs(), () => {
    if (conversation[field] !== dueMs || !store.conversations.has(conversation.sid)) return;
    conversation[field] = null;
    if (conversation.state !== 'closed')
      changeState(context, store, { conversation, to, reason: 'TIMER', by: { source: 'API', webhooks: true } });
  });
}

export function createLifecycle(context: Context, store: ConversationStore): Lifecycle {
  const { clock, events } = context;
  const armTimers = (conversation: Conversation) => {
    armTimer(context, store, { conversation, field: 'inactiveAtMs', to: 'inactive' });
    armTimer(context, store, { conversation, field: 'closedAtMs', to: 'closed' });
  };
  for (const conversation of store.conversations.values()) armTimers(conversation);

  const tell = (conversation: Conversation, eventType: WebhookEventType, by: Origin) => {
    const removed = eventType === 'onConversationRemoved' ? removedAt(clock.nowMs()) : {};
    const fields = { ...conversationFields(conversation), ...removed };
    fireWebhooks(context, store, { conversation, eventType, by, fields });
  };

  const checkUniqueName = (uniqueName: string | null | undefined) => {
    if (uniqueName && findConversation(store, uniqueName))
      throw new TwilioError(409, 50353, `Conversation with unique name ${uniqueName} already exists`);
  };

  return {
    list: () => [...store.conversations.values()],
    find: (name) => findConversation(store, name),
    get: (name) => getConversation(store, name),
    ofIdentity: (identity) =>
      [...store.conversations.values()].filter((conversation) =>
        [...conversation.participants.values()].some((participant) => participant.identity === identity),
      ),
    create(input, by = QUIETLY) {
      checkUniqueName(input.uniqueName);
      const conversation = newConversation(context, store, input);
      store.conversations.set(conversation.sid, conversation);
      events.emit({ type: 'conversation.added', conversation });
      tell(conversation, 'onConversationAdded', by);
      return conversation;
    },
    update(sid, changes, by = QUIETLY) {
      const conversation = getOpenConversation(store, sid);
      if (changes.uniqueName !== conversation.uniqueName) checkUniqueName(changes.uniqueName);
      apply(context, conversation, changes);
      conversation.updatedAtMs = clock.nowMs();
      armTimers(conversation);
      if (changes.state) changeState(context, store, { conversation, to: changes.state, reason: 'API', by });
      events.emit({ type: 'conversation.updated', conversation });
      tell(conversation, 'onConversationUpdated', by);
      return conversation;
    },
    remove(sid, by = QUIETLY) {
      const conversation = getConversation(store, sid);
      store.conversations.delete(conversation.sid);
      events.emit({ type: 'conversation.removed', conversation });
      tell(conversation, 'onConversationRemoved', by);
    },
  };
}

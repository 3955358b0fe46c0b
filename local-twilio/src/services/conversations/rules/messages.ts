import type { Context } from '../events';
import { notFound, TwilioError } from '../../../kernel/errors';
import type { Conversations, NewMessage } from '../commands';
import { QUIETLY, type Conversation, type Message, type Origin } from '../entities';
import { changeState } from './lifecycle';
import { participantOfAuthor } from './participants';
import { checkAttributes, getOpenConversation } from '../store';
import type { ConversationStore } from '../store';
import { messageFields } from '../events';
import { fireWebhooks } from './webhook-events';
import { changedMessageFields, removedAt } from './webhook-fields';

type Messages = Pick<Conversations, 'addMessage' | 'updateMessage' | 'removeMessage'>;

export function getMessage(conversation: Conversation, sid: string): Message {
  const found = conversation.messages.find((message) => message.sid === sid);
  if (!found) throw notFound(`/Conversations/${conversation.sid}/Messages/${sid}`);
  return found;
}

/** https://www.twilio.com/docs/api/errors/50504 */
function checkBody(body: string | null, { limits }: Context): string | null {
  if (body !== null && Buffer.byteLength(body) > limits.messageBodyBytes)
    throw new TwilioError(400, 50504, 'Message body is too long');
  return body;
}

function newMessage(context: Context, conversation: Conversation, input: NewMessage): Message {
  const { clock, limits, sids } = context;
  const now = clock.nowMs();
  const participant = input.author ? participantOfAuthor(conversation, input.author) : undefined;
  return {
    sid: sids.next('IM'),
    conversationSid: conversation.sid,
    index: conversation.nextMessageIndex,
    author: input.author ?? null,
    participantSid: participant?.sid ?? null,
    media: input.media ?? [],
    source: input.source,
    createdAtMs: input.createdAtMs ?? now,
    body: checkBody(input.body ?? null, context),
    attributes: checkAttributes(input.attributes ?? '{}', limits.messageAttributesBytes),
    updatedAtMs: input.updatedAtMs ?? input.createdAtMs ?? now,
    receipts: [],
  };
}

export function createMessages(context: Context, store: ConversationStore): Messages {
  const { clock, events, limits } = context;
  return {
    addMessage(conversationSid, input) {
      const conversation = getOpenConversation(store, conversationSid);
      const now = clock.nowMs();
      const participant = input.author ? participantOfAuthor(conversation, input.author) : undefined;
      const message = newMessage(context, conversation, input);
      conversation.nextMessageIndex += 1;
      conversation.messages.push(message);
      conversation.updatedAtMs = now;
      if (participant) {
        participant.lastReadMessageIndex = message.index;
        participant.lastReadAtMs = now;
      }
      // Only SDK clients and messaging customers fire webhooks; REST callers must ask for it.
      const webhooks = input.webhooks ?? input.source !== 'API';
      const by: Origin = { source: input.source, webhooks, identity: participant?.identity ?? undefined };
      // "inactive" becomes "active" when a message arrives: https://www.twilio.com/docs/conversations/states-timers
      if (conversation.state === 'inactive')
        changeState(context, store, { conversation, to: 'active', reason: 'EVENT', by });
      events.emit({ type: 'conversation.message.added', conversation, message, source: input.source, webhooks });
      const fields = messageFields(conversation, message);
      const text = message.body ?? '';
      fireWebhooks(context, store, { conversation, eventType: 'onMessageAdded', by, fields, text });
      return message;
    },
    updateMessage(conversationSid, messageSid, { by = QUIETLY, ...changes }) {
      const conversation = getOpenConversation(store, conversationSid);
      const message = getMessage(conversation, messageSid);
      // All of it is checked before any of it is done.
      if (changes.body !== undefined) checkBody(changes.body, context);
      if (changes.attributes !== undefined) checkAttributes(changes.attributes, limits.messageAttributesBytes);
      if (changes.author !== undefined) message.author = changes.author;
      if (changes.body !== undefined) message.body = changes.body;
      if (changes.attributes !== undefined) message.attributes = changes.attributes;
      if (changes.createdAtMs !== undefined) message.createdAtMs = changes.createdAtMs;
      message.updatedAtMs = changes.updatedAtMs ?? clock.nowMs();
      events.emit({ type: 'conversation.message.updated', conversation, message, ...by });
      const fields = changedMessageFields(conversation, message);
      fireWebhooks(context, store, { conversation, eventType: 'onMessageUpdated', by, fields });
      return message;
    },
    removeMessage(conversationSid, messageSid, by = QUIETLY) {
      const conversation = getOpenConversation(store, conversationSid);
      const message = getMessage(conversation, messageSid);
      conversation.messages = conversation.messages.filter((other) => other !== message);
      events.emit({ type: 'conversation.message.removed', conversation, message, ...by });
      const fields = { ...changedMessageFields(conversation, message), ...removedAt(clock.nowMs()) };
      fireWebhooks(context, store, { conversation, eventType: 'onMessageRemoved', by, fields });
    },
  };
}

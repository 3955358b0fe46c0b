import type { Asking, MessageChanges, ParticipantChanges } from '../commands';
import { QUIETLY, type Conversation, type Origin, type PreEventType } from '../entities';
import { mediaField } from '../events';
import { getOpenConversation, type ConversationStore } from '../store';
import { about, over, type AskFirst, type Commands } from './ask-first';
import { getMessage } from './messages';
import type { Modified } from './pre-action';
import { getParticipant, participantOfAuthor } from './participants';
import { bindingFields, changedMessageFields, participantFields, present } from './webhook-fields';

/** What a Conversation has several of. */
interface Member<Entity, Changes> {
  readonly updated: PreEventType;
  readonly removed: PreEventType;
  readonly may: readonly (keyof Modified)[];
  readonly get: (conversation: Conversation, sid: string) => Entity;
  /** The entity as it would be. */
  readonly after: (entity: Entity, changes: Changes) => Entity;
  readonly fields: (conversation: Conversation, entity: Entity) => Readonly<Record<string, string>>;
  readonly update: (conversationSid: string, sid: string, changes: Changes) => Entity;
  readonly remove: (conversationSid: string, sid: string, by: Origin) => void;
}

function askingOf<Entity, Changes extends { readonly by?: Origin }>(
  ask: AskFirst,
  store: ConversationStore,
  member: Member<Entity, Changes>,
) {
  const { updated, removed, may, get, after, fields } = member;
  const told = (conversation: Conversation, entity: Entity) => ({
    ...about(conversation),
    ...fields(conversation, entity),
  });
  return {
    update(conversationSid: string, sid: string, changes: Changes) {
      const conversation = getOpenConversation(store, conversationSid);
      const entity = get(conversation, sid);
      return ask({
        eventType: updated,
        by: changes.by ?? QUIETLY,
        input: changes,
        may,
        fields: (input) => told(conversation, after(entity, input)),
        run: (input) => member.update(conversationSid, sid, input),
      });
    },
    remove(conversationSid: string, sid: string, by: Origin = QUIETLY) {
      const conversation = getOpenConversation(store, conversationSid);
      const entity = get(conversation, sid);
      return ask({
        eventType: removed,
        by,
        input: {},
        may: [],
        fields: () => told(conversation, entity),
        run: () => member.remove(conversationSid, sid, by),
      });
    },
  };
}

type OfParticipants = Pick<Asking, 'addParticipant' | 'updateParticipant' | 'removeParticipant'>;

export function askingOfParticipants(ask: AskFirst, store: ConversationStore, commands: Commands): OfParticipants {
  const { update, remove } = askingOf(ask, store, {
    updated: 'onParticipantUpdate',
    removed: 'onParticipantRemove',
    may: ['attributes'],
    get: getParticipant,
    after: (participant, { attributes, lastReadMessageIndex }: ParticipantChanges) =>
      over(participant, { attributes, lastReadMessageIndex }),
    fields: (_conversation, participant) => participantFields(participant),
    update: commands.updateParticipant,
    remove: commands.removeParticipant,
  });
  return {
    addParticipant(sid, given, by = QUIETLY) {
      const conversation = getOpenConversation(store, sid);
      return ask({
        eventType: 'onParticipantAdd',
        by,
        input: given,
        may: ['attributes'],
        fields: ({ identity, messagingBinding, attributes = '{}', roleSid = store.defaultRoleSid }) => ({
          ...about(conversation),
          ...present({ Identity: identity, Attributes: attributes, ...bindingFields(messagingBinding) }),
          RoleSid: roleSid,
        }),
        run: (input) => commands.addParticipant(sid, input, by),
      });
    },
    updateParticipant: update,
    removeParticipant: remove,
  };
}

type OfMessages = Pick<Asking, 'addMessage' | 'updateMessage' | 'removeMessage'>;

export function askingOfMessages(ask: AskFirst, store: ConversationStore, commands: Commands): OfMessages {
  const { update, remove } = askingOf(ask, store, {
    updated: 'onMessageUpdate',
    removed: 'onMessageRemove',
    may: ['body', 'author', 'attributes'],
    get: getMessage,
    after: (message, { body, author, attributes }: MessageChanges) => over(message, { body, author, attributes }),
    fields: changedMessageFields,
    update: commands.updateMessage,
    remove: commands.removeMessage,
  });
  return {
    addMessage(sid, given) {
      const conversation = getOpenConversation(store, sid);
      const { source, webhooks = source !== 'API' } = given;
      const writer = given.author ? participantOfAuthor(conversation, given.author) : undefined;
      return ask({
        eventType: 'onMessageAdd',
        by: { source, webhooks, identity: writer?.identity ?? undefined },
        input: given,
        may: ['body', 'author', 'attributes'],
        fields: ({ author, body, attributes = '{}', media = [] }) => ({
          ...about(conversation),
          ...present({
            Author: author ?? 'system',
            Attributes: attributes,
            ParticipantSid: writer?.sid,
            MessagingServiceSid: conversation.messagingServiceSid,
            Media: media.length > 0 ? mediaField(media) : null,
          }),
          Body: body ?? '',
        }),
        run: (input) => commands.addMessage(sid, input),
      });
    },
    updateMessage: update,
    removeMessage: remove,
  };
}

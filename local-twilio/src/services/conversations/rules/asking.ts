import type { Asking, NewConversation } from '../commands';
import { QUIETLY, type ChatUser, type Conversation, type Origin } from '../entities';
import type { Context } from '../events';
import { getConversation, getOpenConversation, type ConversationStore } from '../store';
import { about, createAskFirst, over, type AskFirst, type Commands } from './ask-first';
import { askingOfMessages, askingOfParticipants } from './asking-members';
import { targetsOf } from './pre-action';
import { conversationFields, present, userFields } from './webhook-fields';

export function createAsking(context: Context, store: ConversationStore, commands: Commands): Asking {
  const ask = createAskFirst(context, store);
  return {
    isAsked: (eventType, by) => targetsOf(store, eventType, by).length > 0,
    ...askingOfConversations(ask, store, commands),
    ...askingOfParticipants(ask, store, commands),
    ...askingOfMessages(ask, store, commands),
    updateUser: (identity, changes, by = QUIETLY) =>
      ask({
        eventType: 'onUserUpdate',
        by,
        input: changes,
        may: ['friendlyName', 'attributes'],
        fields: (input) => ({
          ChatServiceSid: store.service.sid,
          ...userFields(over<ChatUser>(commands.user(identity), input)),
        }),
        run: (input) => commands.updateUser(identity, input, by),
      }),
  };
}

type OfConversations = Pick<Asking, 'create' | 'createWith' | 'update' | 'remove'>;

function askingOfConversations(ask: AskFirst, store: ConversationStore, commands: Commands): OfConversations {
  const askToAdd = (input: NewConversation, by: Origin, run: (input: NewConversation) => Conversation) =>
    ask({
      eventType: 'onConversationAdd',
      by,
      input,
      may: ['friendlyName', 'attributes'],
      fields: (asked) =>
        present({
          ChatServiceSid: store.service.sid,
          FriendlyName: asked.friendlyName,
          UniqueName: asked.uniqueName,
          Attributes: asked.attributes ?? '{}',
          MessagingServiceSid: asked.messagingServiceSid ?? store.defaultMessagingServiceSid,
        }),
      run,
    });
  return {
    create: (given, by = QUIETLY) => askToAdd(given, by, (input) => commands.create(input, by)),
    createWith: (given, participants, by = QUIETLY) =>
      askToAdd(given, by, (input) => commands.createWith(input, participants, by)),
    update(sid, changes, by = QUIETLY) {
      const conversation = getOpenConversation(store, sid);
      return ask({
        eventType: 'onConversationUpdate',
        by,
        input: changes,
        may: ['friendlyName', 'attributes'],
        fields: (input) => ({ ...about(conversation), ...conversationFields(over<Conversation>(conversation, input)) }),
        run: (input) => commands.update(sid, input, by),
      });
    },
    remove(sid, by = QUIETLY) {
      const conversation = getConversation(store, sid);
      return ask({
        eventType: 'onConversationRemove',
        by,
        input: {},
        may: [],
        fields: () => ({ ...about(conversation), ...conversationFields(conversation) }),
        run: () => commands.remove(sid, by),
      });
    },
  };
}

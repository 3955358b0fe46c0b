import type { ConversationsEvent } from '../events';
import type { Conversation, ConversationParticipant, Message } from '../entities';
import type { ConversationsAccount } from '../account';
import type { FlexToken } from '../../iam/entities';
import type { SyncChanges } from '../../../kernel/browser/sync/changes';
import type { ItemChange, SyncChangeDraft } from '../../../kernel/browser/sync/journal';
import type { SyncKind } from '../../../kernel/browser/sync/objects';
import { channelName, messagesName, myConversationsName, projectedSid, rosterName, userName } from './names';
import { channelData, membershipData, messageData, rosterData, userItems } from './projection';
import { maySee } from './source';

/** What the Conversations SDK is told of an event, as changes of its Sync objects. */
export const conversationSyncChanges = (account: ConversationsAccount): SyncChanges<ConversationsEvent> => ({
  changesFor: (event) => changesFor(account, event),
});

function changesFor(account: ConversationsAccount, event: ConversationsEvent): readonly SyncChangeDraft[] {
  switch (event.type) {
    case 'conversation.updated':
    case 'conversation.state':
      return [channelChange(event.conversation)];
    case 'conversation.message.added':
      return [messageChange(event.conversation, event.message, 'added'), channelChange(event.conversation)];
    case 'conversation.message.updated':
    case 'conversation.message.delivery':
      return [messageChange(event.conversation, event.message, 'updated')];
    case 'conversation.message.removed':
      return [messageChange(event.conversation, event.message, 'removed')];
    case 'conversation.participant.added':
      return participantChanges(account, event.participant, 'added');
    case 'conversation.participant.updated':
    case 'conversation.participant.read':
      return participantChanges(account, event.participant, 'updated');
    case 'conversation.participant.removed':
      return participantChanges(account, event.participant, 'removed');
    case 'conversation.removed':
      return [...event.conversation.participants.values()].flatMap((one) =>
        participantChanges(account, one, 'removed'),
      );
    case 'user.updated':
      return userItems(event.user).map((item) => ({
        ...subject('map', userName(event.user.identity)),
        change: 'updated',
        item,
      }));
    default:
      return [];
  }
}

function subject(kind: SyncKind, uniqueName: string) {
  return { kind, objectSid: projectedSid(kind, uniqueName), objectUniqueName: uniqueName };
}

function channelChange(conversation: Conversation): SyncChangeDraft {
  return {
    ...subject('document', channelName(conversation.sid)),
    change: 'updated',
    data: channelData(conversation),
  };
}

/**
 * "They will receive no new messages after that point": who was taken out, though their page may not have heard yet.
 * https://www.twilio.com/docs/conversations/api/conversation-participant-resource
 */
function messageChange(conversation: Conversation, message: Message, change: ItemChange): SyncChangeDraft {
  const item = { name: message.index, data: messageData(message) };
  const isFor = (viewer: FlexToken) => maySee(viewer, conversation);
  return { ...subject('list', messagesName(conversation.sid)), change, item, isFor };
}

function participantChanges(
  account: ConversationsAccount,
  participant: ConversationParticipant,
  change: ItemChange,
): readonly SyncChangeDraft[] {
  const roster = {
    ...subject('map', rosterName(participant.conversationSid)),
    change,
    item: { name: participant.sid, data: rosterData(participant) },
  };
  if (participant.identity === null) return [roster];
  const user = account.conversations.user(participant.identity);
  const membership = {
    ...subject('map', myConversationsName(user.sid)),
    change,
    item: { name: participant.conversationSid, data: membershipData(participant) },
  };
  return [roster, membership];
}

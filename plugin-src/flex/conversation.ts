/** What we read of Flex's state of one conversation (`state.flex.chat.conversations[sid]`). */
export interface ConversationLike {
  readonly source?: unknown;
  /** There as soon as the newest messages are. */
  readonly currentPaginator?: unknown;
  readonly isLoadingConversation: boolean;
  readonly isLoadingParticipants: boolean;
  readonly errorWhileLoadingConversation: boolean;
  readonly messages: readonly { readonly index: number }[];
  readonly participants: { keys(): Iterable<string> };
  readonly transfers: readonly { readonly status: string }[];
}

/** Our part of Flex's store, and where the conversations are in it. */
export interface StateWithConversations {
  readonly flex: { readonly chat: { readonly conversations: Readonly<Record<string, ConversationLike | undefined>> } };
}

export function selectConversation(state: StateWithConversations, sid: string | undefined) {
  return sid === undefined ? undefined : state.flex.chat.conversations[sid];
}

export function isLoaded(conversation: ConversationLike | undefined): conversation is ConversationLike {
  if (!conversation?.source || !conversation.currentPaginator) return false;
  const { isLoadingConversation, isLoadingParticipants, errorWhileLoadingConversation } = conversation;
  return !isLoadingConversation && !isLoadingParticipants && !errorWhileLoadingConversation;
}

/** Index of the newest message that Flex has put on screen, -1 without any: what comes after it is news. */
export function lastSeenMessageIndex(conversation: ConversationLike): number {
  return conversation.messages.reduce((highest, message) => Math.max(highest, message.index), -1);
}

/** Transfers to another agent or queue that nobody has accepted yet. Source: twilio.com/docs/flex/developer/conversations */
export function openInvites(conversation: ConversationLike): number {
  return conversation.transfers.filter((transfer) => transfer.status === 'active').length;
}

/** Who is in the conversation now: identities, or participant SIDs of those without one. As text, to compare. */
export function rosterOf(conversation: ConversationLike): string {
  return [...conversation.participants.keys()].sort().join('\n');
}

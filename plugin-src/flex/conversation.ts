import { z } from 'zod';

/** `source` is the message of the Conversations SDK. */
export interface MessageLike {
  readonly index: number;
  readonly isFromMe?: boolean;
  readonly source?: { readonly author?: unknown; readonly participantSid?: unknown; readonly timestamp?: unknown };
}

/** What we read of Flex's state of one conversation (`state.flex.chat.conversations[sid]`). */
export interface ConversationLike {
  readonly source?: unknown;
  /** There as soon as the newest messages are. */
  readonly currentPaginator?: unknown;
  readonly isLoadingConversation: boolean;
  readonly isLoadingParticipants: boolean;
  readonly errorWhileLoadingConversation: boolean;
  readonly messages: readonly MessageLike[];
  readonly participants: ReadonlyMap<string, { readonly source?: { readonly sid?: unknown } }>;
  /** Flex UI 2.5 keeps none. */
  readonly transfers?: readonly { readonly status: string }[];
}

/** Our part of Flex's store, and where the conversations are in it. */
export interface StateWithConversations {
  readonly flex: { readonly chat: { readonly conversations: Readonly<Record<string, ConversationLike | undefined>> } };
}

export function selectConversation(state: StateWithConversations, sid: string | undefined) {
  return sid === undefined ? undefined : state.flex.chat.conversations[sid];
}

const ended = z.object({ state: z.object({ current: z.literal('closed') }) });

/** Whether the Conversation is certainly closed, as the Conversations SDK says. */
export function hasEnded(conversation: ConversationLike | undefined): boolean {
  return ended.safeParse(conversation?.source).success;
}

const marked = z.object({ attributes: z.object({ mapItemKey: z.string().min(1) }) });

/** Whether the Conversation bears the mark that parking leaves on it, with show_list, until it comes back. */
export function isMarkedAsParked(conversation: ConversationLike | undefined): boolean {
  return marked.safeParse(conversation?.source).success;
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
  return (conversation.transfers ?? []).filter((transfer) => transfer.status === 'active').length;
}

/**
 * Whether the newest message is the customer's. To be asked only while I am the only agent: whoever else is in the
 * conversation is a customer then, and authors who are not in it (bots, the system, earlier agents) are none.
 */
export function customerSpokeLast(conversation: ConversationLike): boolean {
  const newest = conversation.messages.reduce<MessageLike | undefined>(
    (latest, message) => (latest && latest.index > message.index ? latest : message),
    undefined,
  );
  return newest !== undefined && isByCustomer(newest, conversation);
}

/** ISO 8601; undefined when none of the loaded messages is the customer's. The reply windows count from it. */
export function lastCustomerMessageAt(conversation: ConversationLike): string | undefined {
  const times = conversation.messages
    .filter((message) => isByCustomer(message, conversation))
    .flatMap((message) => sentAtMs(message) ?? []);
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : undefined;
}

/** The newest words of a conversation. */
export interface LastWords {
  /** Of the newest message, whoever sent it. */
  atMs: number;
  /** Of my newest message, if the customer has not written since. */
  answeredAtMs: number | undefined;
}

/** Undefined when nobody has written; customers are told apart as in `customerSpokeLast`. */
export function lastWords(conversation: ConversationLike): LastWords | undefined {
  const newestFirst = [...conversation.messages].sort((one, other) => other.index - one.index);
  const [newest] = newestFirst;
  const atMs = newest && sentAtMs(newest);
  if (atMs === undefined) return undefined;
  const answer = newestFirst.find((message) => message.isFromMe || isByCustomer(message, conversation));
  return { atMs, answeredAtMs: answer?.isFromMe ? sentAtMs(answer) : undefined };
}

function sentAtMs({ source }: MessageLike): number | undefined {
  return source?.timestamp instanceof Date ? source.timestamp.getTime() : undefined;
}

function isByCustomer({ isFromMe, source }: MessageLike, { participants }: ConversationLike): boolean {
  if (isFromMe !== false) return false;
  const { author, participantSid } = source ?? {};
  if (typeof author === 'string' && participants.has(author)) return true;
  return (
    Boolean(participantSid) &&
    [...participants.values()].some((participant) => participant.source?.sid === participantSid)
  );
}

/** Who is in the conversation now: identities, or participant SIDs of those without one. As text, to compare. */
export function rosterOf(conversation: ConversationLike): string {
  return [...conversation.participants.keys()].sort().join('\n');
}

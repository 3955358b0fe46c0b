import type { Conversation, Message } from '../../services/conversations/entities';
import type { CustomerAddress, Reach } from '../../services/customers/commands';
import type { World } from '../../account/world';

/** Where a customer's conversation is, in words for the customers' page. */
export type ThreadStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly offeredTo: string | null }
  | { readonly kind: 'with-agent'; readonly agent: string }
  /** Open, but nobody works on it: the agent has left it, and the customer has not written since. */
  | { readonly kind: 'unattended' }
  | { readonly kind: 'ended' };

export interface ThreadMessage {
  readonly sid: string;
  readonly mine: boolean;
  readonly author: string;
  readonly body: string;
  /** ISO time. */
  readonly at: string;
  /** True for the first message of a conversation that follows an ended one. */
  readonly startsAnew: boolean;
}

/** All that one customer has on the screen of the phone. */
export interface Thread {
  readonly status: ThreadStatus;
  readonly reach: Reach;
  readonly messages: readonly ThreadMessage[];
}

export function threadOf(world: World, customer: CustomerAddress): Thread {
  const conversations = world.customers.threads(customer);
  const reach = world.customers.reach(customer);
  return {
    status: statusOf(world, conversations[conversations.length - 1]),
    reach,
    messages: conversations.flatMap((conversation, at) =>
      messagesOf(world, conversation, { followsAnother: at > 0, reach }),
    ),
  };
}

interface Shown {
  readonly followsAnother: boolean;
  readonly reach: Reach;
}

function messagesOf(world: World, conversation: Conversation, shown: Shown): readonly ThreadMessage[] {
  const { followsAnother, reach } = shown;
  const there = conversation.messages.filter((one) => isCustomers(conversation, one) || isOnScreen(one, reach));
  return there.map((message, at) => ({
    sid: message.sid,
    mine: isCustomers(conversation, message),
    author: authorName(world, message),
    body: message.body ?? message.media.map((media) => media.filename ?? 'attachment').join(', '),
    at: new Date(message.createdAtMs).toISOString(),
    startsAnew: followsAnother && at === 0,
  }));
}

/** What was refused, or comes to a phone that is off, is not on its screen. */
function isOnScreen({ receipts }: Message, reach: Reach): boolean {
  const statuses = receipts.map(({ status }) => status);
  if (statuses.some((status) => status === 'delivered' || status === 'read')) return true;
  return reach === 'on' && !statuses.some((status) => status === 'undelivered' || status === 'failed');
}

/** Who writes without being an agent: the customer. */
function isCustomers(conversation: Conversation, { author }: Message): boolean {
  return [...conversation.participants.values()].some(
    ({ identity, messagingBinding }) =>
      (messagingBinding !== null || !isAgentIdentity(identity)) && (messagingBinding?.address ?? identity) === author,
  );
}

const isAgentIdentity = (identity: string | null): boolean => identity?.includes('_40') ?? false;

export function authorName(world: World, { author }: Pick<Message, 'author'>): string {
  if (author === null) return 'System';
  return world.iam.findUser(author)?.fullName ?? author;
}

function statusOf(world: World, conversation: Conversation | undefined): ThreadStatus {
  if (!conversation) return { kind: 'none' };
  if (conversation.state === 'closed') return { kind: 'ended' };
  const agent = [...conversation.participants.values()].flatMap(
    ({ identity }) => (identity ? world.iam.findUser(identity) : undefined) ?? [],
  )[0];
  if (agent) return { kind: 'with-agent', agent: agent.fullName };
  return waitingStatus(world, conversation) ?? { kind: 'unattended' };
}

/** An open task for the conversation, offered to somebody or not. */
function waitingStatus(world: World, conversation: Conversation): ThreadStatus | undefined {
  const channel = world.flex.channelOfConversation(conversation.sid);
  for (const { taskSid } of channel?.invites.values() ?? []) {
    const task = world.taskRouter.findTask(taskSid);
    if (task?.assignmentStatus !== 'pending' && task?.assignmentStatus !== 'reserved') continue;
    const offer = world.taskRouter.reservationsOfTask(taskSid).find(({ status }) => status === 'pending');
    return { kind: 'waiting', offeredTo: offer ? (world.iam.findUser(offer.workerSid)?.fullName ?? null) : null };
  }
  return undefined;
}

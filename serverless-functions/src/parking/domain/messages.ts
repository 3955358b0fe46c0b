import type { ConversationParticipantSid } from '../../contract/sids';
import type { Customer, Park } from './record';

/** A message as far as waking needs it; never its text. */
export interface MessageHead {
  index: number;
  author: string;
  participantSid?: ConversationParticipantSid;
  atMs?: number;
}

/** A message for a person who asked to read it. */
export interface FullMessage extends MessageHead {
  atMs: number;
  body: string;
  hasMedia: boolean;
}

export type Author = 'customer' | 'not-a-customer' | 'unknown';

/** Who wrote, judged by what was known when the conversation was parked. */
export function authorOf(message: Omit<MessageHead, 'index'>, park: Park): Author {
  if (park.customers.some((customer) => wroteAs(customer, message))) return 'customer';
  if (message.author === park.agent.identity) return 'not-a-customer';
  // A damaged record may not say any more who the customers are.
  if (park.customers.length === 0) return 'unknown';
  // REST messages (bots, the system) have no participant; whoever has one may be a customer who joined later.
  return message.participantSid ? 'unknown' : 'not-a-customer';
}

function wroteAs(customer: Customer, message: Omit<MessageHead, 'index'>): boolean {
  if (message.participantSid) return customer.participantSid === message.participantSid;
  return message.author === customer.identity || message.author === customer.address;
}

/** Messages that the agent had not seen when they parked. */
export function unseen<Message extends { index: number }>(messages: Message[], park: Park): Message[] {
  return messages.filter((message) => message.index > park.lastSeenMessageIndex);
}

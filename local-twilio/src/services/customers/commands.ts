import type { Conversation, Message } from '../conversations/entities';
import type { CustomerAddress, Phone } from './entities';

export type { CustomerAddress };

export interface CustomerMessage extends CustomerAddress {
  readonly name: string;
  readonly body: string;
}

/** Whether messages reach a phone: it is on, it is off, or its owner wants none (failed). */
export type Reach = 'on' | 'off' | 'refuses';

/** What `write` returned, where no webhook was asked of it. */
export function atOnce(written: Message | undefined): Message {
  if (!written) throw new Error('A webhook is asked of the message first');
  return written;
}

/** What a customer with a phone or a web chat can do. */
export interface Customers {
  /** Those with a phone on the customers' page. */
  phones(): readonly Phone[];
  /**
   * Adds the message to the customer's open conversation, or starts a new one: conversation, interaction,
   * channel, customer and an invite by the default workflow. Undefined where a pre-action webhook is asked of it: the
   * message is there once it has let it pass, perhaps changed, and never if it refuses, of which no customer is told
   * (https://www.twilio.com/docs/conversations/conversations-webhooks#pre-action-webhooks).
   */
  write(message: CustomerMessage): Message | undefined;
  /** The same, waiting for the pre-action webhooks; rejects with 403 what they refuse. */
  send(message: CustomerMessage): Promise<Message>;
  type(customer: CustomerAddress): void;
  reach(customer: CustomerAddress): Reach;
  /** Web chats have no delivery receipts, so nothing follows for them. */
  setReach(customer: CustomerAddress, reach: Reach): void;
  /** The open conversation of that address. */
  current(customer: CustomerAddress): Conversation | undefined;
  /** All conversations of that address, oldest first. */
  threads(customer: CustomerAddress): readonly Conversation[];
}

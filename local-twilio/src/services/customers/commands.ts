import type { Conversation, Message } from '../conversations/entities';
import type { Phone } from './state';
import type { ChannelType } from '../flex/entities';

export interface CustomerAddress {
  readonly channel: ChannelType;
  /** Web: any identity (`grace`). SMS and WhatsApp: a phone number (`+15550002222`). */
  readonly address: string;
}

export interface CustomerMessage extends CustomerAddress {
  readonly name: string;
  readonly body: string;
}

/** Whether messages reach a phone: it is on, it is off, or its owner wants none (failed). */
export type Reach = 'on' | 'off' | 'refuses';

/** What a customer with a phone or a web chat can do. */
export interface Customers {
  /** Those with a phone on the customers' page. */
  phones(): readonly Phone[];
  /**
   * Adds the message to the customer's open conversation, or starts a new one: conversation, interaction,
   * channel, customer and an invite by the default workflow.
   */
  write(message: CustomerMessage): Message;
  type(customer: CustomerAddress): void;
  reach(customer: CustomerAddress): Reach;
  /** Web chats have no delivery receipts, so nothing follows for them. */
  setReach(customer: CustomerAddress, reach: Reach): void;
  /** The open conversation of that address. */
  current(customer: CustomerAddress): Conversation | undefined;
  /** All conversations of that address, oldest first. */
  threads(customer: CustomerAddress): readonly Conversation[];
}

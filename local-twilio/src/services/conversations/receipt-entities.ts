import type { Sid } from '../../kernel/sids';

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'undelivered' | 'failed';

/** What became of a message on its way to one participant with an address. */
export interface DeliveryReceipt {
  readonly sid: Sid<'DY'>;
  readonly participantSid: Sid<'MB'>;
  /** The message in the channel: `SM…`, or `WA…` for WhatsApp. */
  readonly channelMessageSid: string;
  readonly createdAtMs: number;
  status: DeliveryStatus;
  /** Why it did not arrive; 0 if it did, or may still. */
  errorCode: number;
  updatedAtMs: number;
}

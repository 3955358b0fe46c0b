import type { Context } from '../events';
import type { Conversations } from '../commands';
import type {
  Conversation,
  ConversationParticipant,
  DeliveryReceipt,
  DeliveryStatus,
  Message,
  Origin,
} from '../entities';
import { getMessage } from './messages';
import { getParticipant } from './participants';
import { getConversation } from '../store';
import type { ConversationStore } from '../store';
import { fireWebhooks } from './webhook-events';
import { receiptFields } from './webhook-fields';

export type DeliveryAmount = 'none' | 'some' | 'all';

export type AggregatedDelivery = Readonly<Record<DeliveryStatus, DeliveryAmount> & { total: number }>;

/** What has happened by the time of each status: who has read it had it delivered. */
const passed = {
  sent: ['sent'],
  delivered: ['sent', 'delivered'],
  read: ['sent', 'delivered', 'read'],
  undelivered: ['sent', 'undelivered'],
  failed: ['failed'],
} as const satisfies Record<DeliveryStatus, readonly DeliveryStatus[]>;

/** The summary on a message; null while nothing is sent: https://www.twilio.com/docs/conversations/delivery-receipts */
export function aggregatedDelivery({ receipts }: Message): AggregatedDelivery | null {
  const total = receipts.length;
  if (total === 0) return null;
  const amount = (status: DeliveryStatus): DeliveryAmount => {
    const reached = receipts.filter((receipt) => passed[receipt.status].some((one) => one === status)).length;
    if (reached === 0) return 'none';
    return reached === total ? 'all' : 'some';
  };
  return {
    total,
    sent: amount('sent'),
    delivered: amount('delivered'),
    read: amount('read'),
    undelivered: amount('undelivered'),
    failed: amount('failed'),
  };
}

function newReceipt({ clock, sids }: Context, participant: ConversationParticipant): DeliveryReceipt {
  const now = clock.nowMs();
  return {
    sid: sids.next('DY'),
    participantSid: participant.sid,
    channelMessageSid: sids.next(participant.messagingBinding?.type === 'whatsapp' ? 'WA' : 'SM'),
    createdAtMs: now,
    status: 'sent',
    errorCode: 0,
    updatedAtMs: now,
  };
}

export function createReceipts(context: Context, store: ConversationStore): Pick<Conversations, 'reportDelivery'> {
  const receiptFor = (message: Message, participant: ConversationParticipant): DeliveryReceipt => {
    const known = message.receipts.find(({ participantSid }) => participantSid === participant.sid);
    if (known) return known;
    const receipt = newReceipt(context, participant);
    message.receipts.push(receipt);
    return receipt;
  };
  const tell = (conversation: Conversation, message: Message, receipt: DeliveryReceipt): void => {
    context.events.emit({ type: 'conversation.message.delivery', conversation, message, receipt });
    // Which Source Twilio names here is not documented.
    const fields = receiptFields(message, receipt);
    const by: Origin = { source: 'API', webhooks: true };
    fireWebhooks(context, store, { conversation, eventType: 'onDeliveryUpdated', by, fields });
  };

  return {
    reportDelivery({ conversationSid, messageSid, participantSid, status, errorCode = 0 }) {
      const conversation = getConversation(store, conversationSid);
      const message = getMessage(conversation, messageSid);
      const receipt = receiptFor(message, getParticipant(conversation, participantSid));
      receipt.status = status;
      receipt.errorCode = errorCode;
      receipt.updatedAtMs = context.clock.nowMs();
      tell(conversation, message, receipt);
      return receipt;
    },
  };
}

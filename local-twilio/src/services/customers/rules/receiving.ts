import type { Context } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { Conversation, ConversationParticipant, DeliveryStatus, Message } from '../../conversations/entities';
import type { Reach } from '../commands';

/** How long after it was written a message is there; a guess that a person can follow on the screen. */
const AFTER_MS = { sent: 200, delivered: 1_000, read: 3_000 } as const;

/**
 * SMS to a phone that is off, and to one who opted out: https://www.twilio.com/docs/api/errors/30003 and 21610;
 * WhatsApp outside of its window: https://www.twilio.com/docs/api/errors/63016
 */
const ERRORS = { smsUnreachable: 30003, smsRefused: 21610, whatsappRefused: 63016 } as const;

interface Parts {
  readonly context: Context;
  readonly conversations: Conversations;
  /** By address, as Conversations knows it. */
  readonly reachOf: (address: string) => Reach;
}

interface Transit {
  readonly conversation: Conversation;
  readonly message: Message;
  readonly participant: ConversationParticipant;
}

export interface Receiving {
  /** What waited for a WhatsApp phone that is on again arrives. */
  resume(conversation: Conversation, address: string): void;
}

const addressOf = ({ messagingBinding }: ConversationParticipant): string | undefined => messagingBinding?.address;
const statusOf = ({ message, participant }: Transit): DeliveryStatus | undefined =>
  message.receipts.find(({ participantSid }) => participantSid === participant.sid)?.status;

/**
 * On WhatsApp, whether the customer wrote to that number within 24 hours before: in whichever conversation. Later only
 * a template reaches them, and there are none here: https://www.twilio.com/docs/whatsapp/key-concepts
 */
function isInWindow({ context, conversations }: Parts, { message, participant }: Transit): boolean {
  const { messagingBinding: binding } = participant;
  if (binding?.type !== 'whatsapp') return true;
  const openedMs = message.createdAtMs - context.limits.whatsappWindowMs;
  const isTheirs = ({ messagingBinding: other }: ConversationParticipant) =>
    other?.address === binding.address && other.proxyAddress === binding.proxyAddress;
  return conversations
    .list()
    .filter(({ participants }) => [...participants.values()].some(isTheirs))
    .some(({ messages }) => messages.some((one) => one.author === binding.address && one.createdAtMs >= openedMs));
}

/** What becomes of messages on their way to phones: sent, delivered, read on WhatsApp; or not. */
export function createReceiving(parts: Parts): Receiving {
  const { context, conversations, reachOf } = parts;
  const { clock, events } = context;

  const report = (transit: Transit, status: DeliveryStatus, errorCode?: number): void => {
    const { conversation, message, participant } = transit;
    const { sid: conversationSid } = conversation;
    const isThere = conversations.find(conversationSid)?.participants.has(participant.sid);
    if (!isThere || !conversation.messages.includes(message)) return;
    conversations.reportDelivery({
      ...{ conversationSid, messageSid: message.sid, participantSid: participant.sid, status },
      ...(errorCode === undefined ? {} : { errorCode }),
    });
  };
  const after = (delayMs: number, run: () => void) => void clock.schedule(delayMs, run);

  const arrive = (transit: Transit): void => {
    const isWhatsapp = transit.participant.messagingBinding?.type === 'whatsapp';
    if (reachOf(addressOf(transit.participant) ?? '') === 'off') {
      if (!isWhatsapp) report(transit, 'undelivered', ERRORS.smsUnreachable);
      return;
    }
    if (statusOf(transit) !== 'sent') return;
    report(transit, 'delivered');
    if (isWhatsapp) after(AFTER_MS.read - AFTER_MS.delivered, () => report(transit, 'read'));
  };
  const leave = (transit: Transit): void => {
    if (!isInWindow(parts, transit)) return report(transit, 'failed', ERRORS.whatsappRefused);
    if (reachOf(addressOf(transit.participant) ?? '') === 'refuses') {
      const isWhatsapp = transit.participant.messagingBinding?.type === 'whatsapp';
      return report(transit, 'failed', isWhatsapp ? ERRORS.whatsappRefused : ERRORS.smsRefused);
    }
    report(transit, 'sent');
    after(AFTER_MS.delivered - AFTER_MS.sent, () => arrive(transit));
  };
  const transitsOf = (conversation: Conversation, message: Message): readonly Transit[] =>
    [...conversation.participants.values()]
      .filter((participant) => participant.messagingBinding && addressOf(participant) !== message.author)
      .map((participant) => ({ conversation, message, participant }));

  const resume = (conversation: Conversation, wanted: (transit: Transit) => boolean): void => {
    for (const message of conversation.messages)
      for (const transit of transitsOf(conversation, message))
        if (statusOf(transit) === 'sent' && wanted(transit))
          after(AFTER_MS.delivered - AFTER_MS.sent, () => arrive(transit));
  };

  events.on({
    'conversation.message.added'({ conversation, message }) {
      for (const transit of transitsOf(conversation, message)) after(AFTER_MS.sent, () => leave(transit));
    },
  });
  for (const conversation of conversations.list()) resume(conversation, () => true);

  return {
    resume: (conversation, address) => resume(conversation, ({ participant }) => addressOf(participant) === address),
  };
}

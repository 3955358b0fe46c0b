import type { Context } from '../events';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { webhookOf, type NewMessage } from '../../conversations/commands';
import type { Conversation, Message, Source } from '../../conversations/entities';
import type { ChannelType } from '../../flex/entities';
import type { CustomerMessage, Customers } from '../commands';
import { addressOf, bindingOf, invite, open, type Starting } from './starting';

type Later<T> = T | Promise<T>;

const next = <A, B>(value: Later<A>, run: (value: A) => Later<B>): Later<B> =>
  value instanceof Promise ? value.then(run) : run(value);

const sources = { web: 'SDK', sms: 'SMS', whatsapp: 'WHATSAPP' } as const satisfies Record<ChannelType, Source>;
const originOf = ({ channel }: CustomerMessage) => ({ source: sources[channel], webhooks: true });

function messageOf(customer: CustomerMessage): NewMessage {
  if (!customer.body.trim()) throw invalidParameter('A message needs text');
  return { author: addressOf(customer), body: customer.body, source: sources[customer.channel] };
}

/** How a message to the address that the customer writes to starts a Conversation, where the account says how. */
function configurationFor({ conversations, proxies }: Starting, { channel }: CustomerMessage) {
  if (channel === 'web') return undefined;
  return conversations.addresses().find((one) => one.address === proxies[channel] && one.autoCreation.enabled);
}

/** A Conversation with the configured webhook; Flex hears of it when whoever is told makes an interaction of it. */
function autoCreate(parts: Starting, customer: CustomerMessage): Later<Conversation> | undefined {
  const { conversations, proxies } = parts;
  const configuration = configurationFor(parts, customer);
  const messagingBinding = bindingOf(customer, proxies);
  if (!configuration || !messagingBinding) return undefined;
  const by = originOf(customer);
  return next(conversations.asking.create({}, by), (conversation) => {
    const webhook = webhookOf(configuration.autoCreation);
    if (webhook) conversations.addWebhook(conversation.sid, webhook);
    return next(conversations.asking.addParticipant(conversation.sid, { messagingBinding }, by), () => conversation);
  });
}

type Writing = Pick<Customers, 'write' | 'send'>;

interface Parts extends Starting {
  readonly context: Context;
}

/** What customers write, into their open Conversation or a new one. */
export function createWriting(parts: Parts, { current }: Pick<Customers, 'current'>): Writing {
  const { context, conversations } = parts;
  /** Begun by a message that a webhook refused, so that nobody was asked to answer it. */
  const unanswered = new Set<string>();

  const isAsked = (customer: CustomerMessage) =>
    (['onConversationAdd', 'onParticipantAdd', 'onMessageAdd'] as const).some((eventType) =>
      conversations.asking.isAsked(eventType, originOf(customer)),
    );
  const begin = (customer: CustomerMessage): Later<Conversation> => {
    const automatic = autoCreate(parts, customer);
    if (automatic) return automatic;
    const conversation = open(parts, customer);
    unanswered.add(conversation.sid);
    return conversation;
  };
  const inviteOnce = (conversation: Conversation, customer: CustomerMessage) => {
    if (unanswered.delete(conversation.sid)) invite(parts, conversation, customer);
  };
  const write = (customer: CustomerMessage): Later<Message> => {
    const message = messageOf(customer);
    const waits = isAsked(customer);
    return next(current(customer) ?? begin(customer), (conversation) => {
      // A web chat is an SDK client, and its user has a role.
      if (customer.channel === 'web') conversations.checkMay(addressOf(customer), 'sendMessage', conversation.sid);
      if (!waits) inviteOnce(conversation, customer);
      return next(conversations.asking.addMessage(conversation.sid, message), (added) => {
        inviteOnce(conversation, customer);
        return added;
      });
    });
  };

  /** Whoever writes from a phone is not told that a webhook refused it. Other failures go where those of timers go. */
  const dropped = (cause: unknown) => {
    if (cause instanceof TwilioError && cause.status === 403) return;
    context.clock.schedule(0, () => {
      throw cause;
    });
  };

  return {
    write(customer) {
      const written = write(customer);
      if (!(written instanceof Promise)) return written;
      written.catch(dropped);
      return undefined;
    },
    send: async (customer) => write(customer),
  };
}

import type { Context } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { Conversations } from '../../conversations/commands';
import type { Conversation, MessagingBinding, Source } from '../../conversations/entities';
import type { Flex } from '../../flex/commands';
import type { ChannelType } from '../../flex/entities';
import type { CustomerAddress, CustomerMessage, Customers, Reach } from '../commands';
import { createReceiving } from './receiving';
import type { Phone } from '../state';

interface Parts {
  readonly context: Context;
  readonly conversations: Conversations;
  readonly flex: Flex;
  readonly workspaceSid: string;
  readonly workflowSid: string;
  /** The numbers that customers write to. */
  readonly proxies: { readonly sms: string; readonly whatsapp: string };
  readonly phones: readonly Phone[];
}

const sources = { web: 'SDK', sms: 'SMS', whatsapp: 'WHATSAPP' } as const satisfies Record<ChannelType, Source>;
const taskChannels = { web: 'chat', sms: 'sms', whatsapp: 'chat' } as const satisfies Record<ChannelType, string>;

/** The address as Conversations knows it. */
export function addressOf({ channel, address }: CustomerAddress): string {
  return channel === 'whatsapp' && !address.startsWith('whatsapp:') ? `whatsapp:${address}` : address;
}

function bindingOf(customer: CustomerMessage, proxies: Parts['proxies']): MessagingBinding | null {
  switch (customer.channel) {
    case 'web':
      return null;
    case 'sms':
    case 'whatsapp':
      return {
        type: customer.channel,
        address: addressOf(customer),
        proxyAddress: proxies[customer.channel],
        name: customer.name,
      };
  }
}

/** Conversation, interaction, channel, customer and an invite by the default workflow. */
function start(parts: Parts, customer: CustomerMessage): Conversation {
  const { conversations, flex, workspaceSid, workflowSid, proxies } = parts;
  const address = addressOf(customer);
  const binding = bindingOf(customer, proxies);
  const interaction = flex.createInteraction({
    channelType: customer.channel,
    friendlyName: customer.name,
    conversationAttributes: JSON.stringify({ customerName: customer.name }),
    customer: binding ? { messagingBinding: binding } : { identity: address },
  });
  const [channel] = flex.channels(interaction.sid);
  if (!channel) throw invalidParameter('The interaction has no channel');
  if (!binding) conversations.updateUser(address, { friendlyName: customer.name });
  flex.invite(interaction.sid, channel.sid, {
    workspaceSid,
    workflowSid,
    taskChannel: taskChannels[customer.channel],
    attributes: {
      direction: 'inbound',
      initiatedBy: 'customer',
      from: address,
      name: customer.name,
      customerName: customer.name,
      customerAddress: address,
      ...(binding ? { proxy: binding.proxyAddress } : {}),
      customers: { name: customer.name },
      conversations: {
        initiated_by: 'customer',
        conversation_id: interaction.sid,
        media: [{ type: 'ChatTranscript', sid: channel.conversationSid }],
      },
    },
  });
  return conversations.get(channel.conversationSid);
}

export function createCustomers(parts: Parts): Customers {
  const { context, conversations, flex, phones } = parts;
  const reaches = new Map<string, Reach>();
  const reachOf = (address: string): Reach => reaches.get(address) ?? 'on';
  const receiving = createReceiving({ context, conversations, reachOf });
  // The address first: looking for the channel takes longer, and there may be thousands of conversations.
  const isOf = (conversation: Conversation, customer: CustomerAddress): boolean => {
    const isTheirs = [...conversation.participants.values()].some(
      ({ identity, messagingBinding }) => (messagingBinding?.address ?? identity) === addressOf(customer),
    );
    if (!isTheirs) return false;
    const channel = flex.channelOfConversation(conversation.sid);
    return channel === undefined || channel.type === customer.channel;
  };
  const threads = (customer: CustomerAddress) =>
    conversations.list().filter((conversation) => isOf(conversation, customer));
  const current = (customer: CustomerAddress) => threads(customer).findLast(({ state }) => state !== 'closed');

  return {
    phones: () => phones,
    threads,
    current,
    write(customer) {
      if (!customer.body.trim()) throw invalidParameter('A message needs text');
      const conversation = current(customer) ?? start(parts, customer);
      return conversations.addMessage(conversation.sid, {
        author: addressOf(customer),
        body: customer.body,
        source: sources[customer.channel],
      });
    },
    reach: (customer) => reachOf(addressOf(customer)),
    setReach(customer, reach) {
      const address = addressOf(customer);
      reaches.set(address, reach);
      if (reach === 'on') for (const conversation of threads(customer)) receiving.resume(conversation, address);
      context.events.emit({ type: 'customer.reach', customer });
    },
    type(customer) {
      const conversation = current(customer);
      if (conversation) conversations.type(conversation.sid, addressOf(customer));
    },
  };
}

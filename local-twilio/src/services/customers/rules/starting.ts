import { invalidParameter } from '../../../kernel/errors';
import type { Conversations } from '../../conversations/commands';
import type { Conversation, MessagingBinding } from '../../conversations/entities';
import type { Flex } from '../../flex/commands';
import type { ChannelType } from '../../flex/entities';
import type { CustomerAddress, CustomerMessage } from '../commands';

export interface Starting {
  readonly conversations: Conversations;
  readonly flex: Flex;
  readonly workspaceSid: string;
  readonly workflowSid: string;
  /** The numbers that customers write to. */
  readonly proxies: { readonly sms: string; readonly whatsapp: string };
}

const taskChannels = { web: 'chat', sms: 'sms', whatsapp: 'chat' } as const satisfies Record<ChannelType, string>;

/** The address as Conversations knows it. */
export function addressOf({ channel, address }: CustomerAddress): string {
  return channel === 'whatsapp' && !address.startsWith('whatsapp:') ? `whatsapp:${address}` : address;
}

export function bindingOf(customer: CustomerMessage, proxies: Starting['proxies']): MessagingBinding | null {
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

/** Conversation, interaction, channel and customer; no agent is asked yet. */
export function open({ conversations, flex, proxies }: Starting, customer: CustomerMessage): Conversation {
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
  return conversations.get(channel.conversationSid);
}

/** Asks for an agent by the default workflow. */
export function invite(parts: Starting, conversation: Conversation, customer: CustomerMessage): void {
  const { flex, workspaceSid, workflowSid, proxies } = parts;
  const channel = flex.channelOfConversation(conversation.sid);
  if (!channel) throw invalidParameter(`Flex has no channel for ${conversation.sid}`);
  const address = addressOf(customer);
  const binding = bindingOf(customer, proxies);
  flex.invite(channel.interactionSid, channel.sid, {
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
        conversation_id: channel.interactionSid,
        media: [{ type: 'ChatTranscript', sid: conversation.sid }],
      },
    },
  });
}

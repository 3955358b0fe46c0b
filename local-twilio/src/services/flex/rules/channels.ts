import type { Conversation, ConversationParticipant } from '../../conversations/entities';
import { notFound } from '../../../kernel/errors';
import type { Flex, NewInteraction } from '../commands';
import { endTasks, setChannel } from './end-tasks';
import type { Interaction, InteractionChannel, InviteRouting } from '../entities';
import type { FlexParts } from './hooks';
import type { InviteCommands } from './invites';
import { addMember } from './participants';
import { getChannel, getInteraction } from '../store';

type Channels = Pick<
  Flex,
  | 'interactions'
  | 'interaction'
  | 'channels'
  | 'channel'
  | 'channelOfConversation'
  | 'createInteraction'
  | 'closeChannel'
>;

interface Parts extends FlexParts {
  readonly invites: InviteCommands;
}

type Customer = NonNullable<NewInteraction['customer']>;

/**
 * Before anything else is made: who is in an open Conversation with that address already is refused, and then there
 * must be neither a Conversation nor an interaction without them.
 */
function joinCustomer(
  { conversations }: Parts,
  conversation: Conversation,
  customer: Customer,
): ConversationParticipant {
  const address = 'identity' in customer ? customer.identity : customer.messagingBinding.address;
  const present = [...conversation.participants.values()].find(
    ({ identity, messagingBinding }) => identity === address || messagingBinding?.address === address,
  );
  return present ?? conversations.addParticipant(conversation.sid, customer);
}

/** The given Conversation or a new one, and the customer in it. */
function conversationFor(parts: Parts, input: NewInteraction) {
  const { conversations } = parts;
  if (input.conversationSid !== undefined) {
    const conversation = conversations.get(input.conversationSid);
    return { conversation, member: input.customer && joinCustomer(parts, conversation, input.customer) };
  }
  const { friendlyName, conversationAttributes: attributes } = input;
  const conversation = conversations.create({ friendlyName, attributes });
  try {
    return { conversation, member: input.customer && joinCustomer(parts, conversation, input.customer) };
  } catch (error) {
    conversations.remove(conversation.sid);
    throw error;
  }
}

/** Who starts an outbound interaction is in its Conversation before they have answered the task. */
function addAgent({ conversations, iam }: Parts, { conversationSid }: InteractionChannel, workerSid: string): void {
  const identity = iam.findUser(workerSid)?.identity;
  if (identity === undefined) throw notFound(`/Workers/${workerSid}`);
  conversations.addParticipant(conversationSid, { identity });
}

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api: a task's attribute `direction` */
const routingOf = ({ initiatedBy }: NewInteraction, invite: InviteRouting): InviteRouting =>
  initiatedBy === 'agent' ? { ...invite, attributes: { direction: 'outbound', ...invite.attributes } } : invite;

export function createChannels(parts: Parts): Channels {
  const { context, store, conversations, taskRouter, invites, touch } = parts;
  const { clock, events, sids } = context;

  return {
    interactions: () => [...store.interactions.values()],
    interaction: (sid) => getInteraction(store, sid),
    channels: (sid) => {
      const interaction = getInteraction(store, sid);
      return [...store.channels.values()].filter(({ interactionSid }) => interactionSid === interaction.sid);
    },
    channel: (interactionSid, channelSid) => getChannel(store, interactionSid, channelSid),
    channelOfConversation: (sid) => [...store.channels.values()].find(({ conversationSid }) => conversationSid === sid),
    createInteraction(input) {
      const now = clock.nowMs();
      const { conversation, member } = conversationFor(parts, input);
      const interaction: Interaction = { sid: sids.next('KD'), createdAtMs: now, channelSids: [], webhookTtid: null };
      const channel: InteractionChannel = {
        sid: sids.next('UO'),
        interactionSid: interaction.sid,
        type: input.channelType,
        conversationSid: conversation.sid,
        createdAtMs: now,
        status: 'active',
        updatedAtMs: now,
        idleSinceMs: now,
        participants: new Map(),
        invites: new Map(),
        transfers: [],
        lastRouting: null,
        paused: null,
      };
      interaction.channelSids.push(channel.sid);
      store.interactions.set(interaction.sid, interaction);
      store.channels.set(channel.sid, channel);
      touch(channel);
      events.emit({ type: 'interaction.created', interaction });
      if (member) addMember(parts, channel, { member, type: 'customer' });
      if (input.initiatedBy === 'agent') addAgent(parts, channel, input.invite?.workerSid ?? '');
      if (input.invite) invites.invite(interaction.sid, channel.sid, routingOf(input, input.invite));
      return interaction;
    },
    closeChannel(interactionSid, channelSid, routing) {
      const channel = getChannel(store, interactionSid, channelSid);
      if (channel.status !== 'closed') {
        setChannel(parts, channel, 'closed');
        if (conversations.get(channel.conversationSid).state !== 'closed')
          conversations.update(channel.conversationSid, { state: 'closed' });
      }
      endTasks({ taskRouter, channel, routing });
      return channel;
    },
  };
}

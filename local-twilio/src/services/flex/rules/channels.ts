import type { Context } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { TaskRouter } from '../../taskrouter/commands';
import { notFound } from '../../../kernel/errors';
import type { Iam } from '../../iam/commands';
import type { Flex, InviteRouting, NewInteraction } from '../commands';
import { endTasks, setChannel } from './end-tasks';
import type { Interaction, InteractionChannel, InteractionParticipant } from '../entities';
import { touch } from './idle';
import type { InviteCommands } from './invites';
import { getChannel, getInteraction } from '../store';
import type { FlexStore } from '../store';

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

interface Parts {
  readonly context: Context;
  readonly store: FlexStore;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
  readonly invites: InviteCommands;
  readonly iam: Iam;
}

function addCustomer(
  parts: Parts,
  channel: InteractionChannel,
  customer: NonNullable<NewInteraction['customer']>,
): void {
  const { context, conversations } = parts;
  const { clock, events, sids } = context;
  const conversation = conversations.get(channel.conversationSid);
  const address = 'identity' in customer ? customer.identity : customer.messagingBinding.address;
  const present = [...conversation.participants.values()].find(
    ({ identity, messagingBinding }) => identity === address || messagingBinding?.address === address,
  );
  const member = present ?? conversations.addParticipant(conversation.sid, customer);
  const now = clock.nowMs();
  const participant: InteractionParticipant = {
    sid: sids.next('UT'),
    channelSid: channel.sid,
    interactionSid: channel.interactionSid,
    type: 'customer',
    conversationParticipantSid: member.sid,
    routing: null,
    createdAtMs: now,
    status: 'open',
    updatedAtMs: now,
  };
  channel.participants.set(participant.sid, participant);
  events.emit({ type: 'participant.added', channel, participant });
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
  const { context, store, conversations, taskRouter, invites } = parts;
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
      const conversation =
        input.conversationSid === undefined
          ? conversations.create({ friendlyName: input.friendlyName, attributes: input.conversationAttributes })
          : conversations.get(input.conversationSid);
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
      touch(context, store, channel);
      events.emit({ type: 'interaction.created', interaction });
      if (input.customer) addCustomer(parts, channel, input.customer);
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

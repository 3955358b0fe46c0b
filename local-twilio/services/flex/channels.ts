import type { Context } from '../../core/context';
import { TwilioError } from '../../core/errors';
import type { Conversations } from '../conversations/commands';
import type { TaskRouter } from '../taskrouter/commands';
import type { Flex, NewInteraction } from './commands';
import type { Interaction, InteractionChannel, InteractionParticipant } from './entities';
import type { Invites } from './invites';
import { getChannel, getInteraction } from './store';
import type { FlexStore } from './store';

type Channels = Pick<
  Flex,
  | 'interactions'
  | 'interaction'
  | 'channels'
  | 'channel'
  | 'channelOfConversation'
  | 'createInteraction'
  | 'closeChannel'
  | 'leaveChannel'
>;

interface Parts {
  readonly context: Context;
  readonly store: FlexStore;
  readonly conversations: Conversations;
  readonly taskRouter: () => TaskRouter;
  readonly invites: Invites;
}

export function createChannels({ context, store, conversations, taskRouter, invites }: Parts): Channels {
  const { clock, events, sids } = context;

  const endTasks = (channel: InteractionChannel, routing: 'wrapup' | 'closed') => {
    for (const invite of channel.invites.values()) {
      const task = taskRouter().findTask(invite.taskSid);
      if (!task) continue;
      if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved')
        taskRouter().cancelTask(task.sid, 'Interaction channel closed');
      else if (routing === 'wrapup' && task.assignmentStatus === 'assigned') taskRouter().wrapUpTask(task.sid);
      else if (routing === 'closed' && (task.assignmentStatus === 'assigned' || task.assignmentStatus === 'wrapping'))
        taskRouter().completeTask(task.sid);
    }
  };

  const setChannel = (channel: InteractionChannel, status: InteractionChannel['status']): InteractionChannel => {
    channel.status = status;
    channel.updatedAtMs = clock.nowMs();
    events.emit({ type: 'interaction.channel.updated', channel });
    return channel;
  };

  const addCustomer = (channel: InteractionChannel, customer: NonNullable<NewInteraction['customer']>) => {
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
  };

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
        participants: new Map(),
        invites: new Map(),
      };
      interaction.channelSids.push(channel.sid);
      store.interactions.set(interaction.sid, interaction);
      store.channels.set(channel.sid, channel);
      events.emit({ type: 'interaction.created', interaction });
      if (input.customer) addCustomer(channel, input.customer);
      if (input.invite) invites.invite(interaction.sid, channel.sid, input.invite);
      return interaction;
    },
    closeChannel(interactionSid, channelSid, routing) {
      const channel = getChannel(store, interactionSid, channelSid);
      if (channel.status !== 'closed') {
        setChannel(channel, 'closed');
        if (conversations.get(channel.conversationSid).state !== 'closed')
          conversations.update(channel.conversationSid, { state: 'closed' });
      }
      endTasks(channel, routing);
      return channel;
    },
    leaveChannel(interactionSid, channelSid) {
      const channel = getChannel(store, interactionSid, channelSid);
      if (channel.status === 'closed') throw new TwilioError(400, 45359, 'The channel is closed');
      setChannel(channel, 'inactive');
      endTasks(channel, 'closed');
      return channel;
    },
  };
}

import type { FlexState } from './state';
import type { MessagingBinding } from '../conversations/entities';
import type {
  ChannelType,
  FlexConfiguration,
  Interaction,
  InteractionChannel,
  InteractionParticipant,
  Invite,
  Transfer,
  InviteRouting,
} from './entities';

/** `properties` of an invite's Routing, already parsed. */
export interface NewInteraction {
  readonly channelType: ChannelType;
  /** An existing Conversation to attach, or a new one is made. */
  readonly conversationSid?: string;
  readonly conversationAttributes?: string;
  readonly friendlyName?: string;
  readonly customer?: { readonly identity: string } | { readonly messagingBinding: MessagingBinding };
  readonly invite?: InviteRouting;
  /** An agent's is outbound: they are in the Conversation from the start. Default: api. */
  readonly initiatedBy?: 'customer' | 'agent' | 'api';
}

/** How an agent leaves or ends: `wrapup` lets them finish notes, `closed` completes the task at once. */
export type RoutingStatus = 'wrapup' | 'closed';

/** Rules of Flex Interactions and of the Flex Configuration. Commands throw a TwilioError when Twilio would refuse. */
export interface Flex {
  /** All that there is, live: what a state file keeps. */
  state(): FlexState;
  interactions(): readonly Interaction[];
  interaction(sid: string): Interaction;
  channels(interactionSid: string): readonly InteractionChannel[];
  channel(interactionSid: string, channelSid: string): InteractionChannel;
  /** The channel of a conversation, if Flex knows one. */
  channelOfConversation(conversationSid: string): InteractionChannel | undefined;
  /** The invite whose task is that one. */
  inviteOfTask(taskSid: string): Invite | undefined;
  /** Those that the Participants list shows (see switch `closedParticipants`); `all` has the closed ones too. */
  participants(interactionSid: string, channelSid: string, which?: 'all'): readonly InteractionParticipant[];
  /** Whoever is no agent: agents come by an invite. They join the Conversation, too. */
  addParticipant(
    ids: { interactionSid: string; channelSid: string },
    input: { type: InteractionParticipant['type']; member: NonNullable<NewInteraction['customer']> },
  ): InteractionParticipant;
  createInteraction(input: NewInteraction): Interaction;
  invite(interactionSid: string, channelSid: string, routing: InviteRouting): Invite;
  /** The agent takes the invite: reservation accepted, agent joins the conversation. */
  acceptInvite(inviteSid: string, reservationSid: string): Invite;
  declineInvite(inviteSid: string, reservationSid: string): Invite;
  /**
   * Closing an agent's participant completes (or wraps up) their task and takes them out of the Conversation;
   * channel and Conversation stay as they are.
   * https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction
   */
  closeParticipant(
    ids: { interactionSid: string; channelSid: string; participantSid: string },
    status: RoutingStatus,
  ): InteractionParticipant;
  /** Ends the channel: Conversation closed, tasks wrapping (`wrapup`) or completed (`closed`). */
  closeChannel(interactionSid: string, channelSid: string, routing: RoutingStatus): InteractionChannel;
  /** Native Leave: the channel becomes inactive, the Conversation stays open; a reply makes a new task. */
  leaveChannel(interactionSid: string, channelSid: string, routing?: RoutingStatus): InteractionChannel;
  /** Native Pause: the agent is free and can resume it; after 14 days it goes to another. */
  pauseChannel(interactionSid: string, channelSid: string, routing?: RoutingStatus): InteractionChannel;
  resumeChannel(interactionSid: string, channelSid: string, workerSid: string): InteractionChannel;
  pausedChannels(workerSid: string): readonly InteractionChannel[];
  /** Cold transfer to a worker or a queue. */
  transfer(transfer: { interactionSid: string; channelSid: string; fromParticipantSid: string; to: string }): Transfer;
  transfers(interactionSid: string, channelSid: string): readonly Transfer[];
  configuration(): FlexConfiguration;
  /** Replaces `ui_attributes` (and any other given field). */
  setConfiguration(changes: Readonly<Record<string, unknown>>): FlexConfiguration;
}

import type { Context } from '../events';
import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { Conversations } from '../../conversations/commands';
import type { ConversationParticipant } from '../../conversations/entities';
import type { TaskRouter } from '../../taskrouter/commands';
import type { Flex, NewInteraction } from '../commands';
import type { InteractionChannel, InteractionParticipant } from '../entities';
import { getChannel, getOpenChannel } from '../store';
import type { FlexState } from '../state';

interface Parts {
  readonly context: Context;
  readonly store: FlexState;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
}

/** Takes a participant off the channel and, while it can still be changed, out of the Conversation. */
export function leaveChannel({ context, conversations }: Pick<Parts, 'context' | 'conversations'>) {
  return (channel: InteractionChannel, participant: InteractionParticipant): void => {
    leaveConversation(conversations, channel, participant);
    participant.status = 'closed';
    participant.updatedAtMs = context.clock.nowMs();
    channel.updatedAtMs = participant.updatedAtMs;
    context.events.emit({ type: 'participant.removed', channel, participant });
  };
}

function leaveConversation(
  conversations: Conversations,
  channel: InteractionChannel,
  participant: InteractionParticipant,
): void {
  const conversation = conversations.find(channel.conversationSid);
  const member = conversation?.participants.get(participant.conversationParticipantSid);
  if (conversation && member && conversation.state !== 'closed')
    conversations.removeParticipant(conversation.sid, member.sid);
}

/** Who is in the Conversation already, on the channel too. */
export function addMember(
  { context }: Pick<Parts, 'context'>,
  channel: InteractionChannel,
  { member, type }: { member: ConversationParticipant; type: InteractionParticipant['type'] },
): InteractionParticipant {
  const { clock, events, sids } = context;
  const now = clock.nowMs();
  const participant: InteractionParticipant = {
    sid: sids.next('UT'),
    channelSid: channel.sid,
    interactionSid: channel.interactionSid,
    type,
    conversationParticipantSid: member.sid,
    routing: null,
    createdAtMs: now,
    status: 'open',
    updatedAtMs: now,
  };
  channel.participants.set(participant.sid, participant);
  events.emit({ type: 'participant.added', channel, participant });
  return participant;
}

/** https://www.twilio.com/docs/api/errors/45361 */
function joinConversation(
  conversations: Conversations,
  conversationSid: string,
  member: NonNullable<NewInteraction['customer']>,
): ConversationParticipant {
  try {
    return conversations.addParticipant(conversationSid, member);
  } catch (error) {
    if (!(error instanceof TwilioError)) throw error;
    throw new TwilioError(error.status, 45361, `Failed to add Participant to Conversation: ${error.message}`);
  }
}

export function createFlexParticipants({
  context,
  store,
  conversations,
  taskRouter,
}: Parts): Pick<Flex, 'participants' | 'addParticipant' | 'closeParticipant'> {
  const leave = leaveChannel({ context, conversations });
  /** Who left into their wrap-up (after a transfer) is off the channel; closing them completes their task. */
  const completesWrapUp = (channel: InteractionChannel, participant: InteractionParticipant): boolean => {
    const task = participant.routing ? taskRouter.findTask(participant.routing.taskSid) : undefined;
    if (task?.assignmentStatus !== 'wrapping') return false;
    taskRouter.completeTask(task.sid);
    context.events.emit({ type: 'participant.removed', channel, participant });
    return true;
  };
  return {
    participants(interactionSid, channelSid, which) {
      const all = [...getChannel(store, interactionSid, channelSid).participants.values()];
      if (which === 'all') return all;
      return all.filter(({ status }) => status !== 'closed' || context.switches.closedParticipants === 'listed');
    },
    addParticipant({ interactionSid, channelSid }, { type, member }) {
      const channel = getOpenChannel(store, interactionSid, channelSid);
      return addMember({ context }, channel, {
        member: joinConversation(conversations, channel.conversationSid, member),
        type,
      });
    },
    closeParticipant({ interactionSid, channelSid, participantSid }, status) {
      const channel = getChannel(store, interactionSid, channelSid);
      const participant = channel.participants.get(participantSid);
      const missing = notFound(`/Interactions/${interactionSid}/Channels/${channelSid}/Participants/${participantSid}`);
      if (!participant) throw missing;
      if (participant.status === 'closed') {
        if (completesWrapUp(channel, participant)) return participant;
        if (context.switches.closingClosedParticipant === 'ok') return participant;
        throw missing;
      }
      if (participant.type === 'customer') throw new TwilioError(400, 45359, 'A customer participant cannot be closed');
      const task = participant.routing ? taskRouter.findTask(participant.routing.taskSid) : undefined;
      if (status === 'wrapup') {
        if (!task) throw invalidParameter('The participant has no task to wrap up');
        if (task.assignmentStatus === 'assigned') taskRouter.wrapUpTask(task.sid);
        if (context.switches.wrapUpInConversation === 'leaves') leaveConversation(conversations, channel, participant);
        participant.status = 'wrapup';
        participant.updatedAtMs = context.clock.nowMs();
        context.events.emit({ type: 'participant.modified', channel, participant });
        return participant;
      }
      // Completing the task ends the participant too, through the `ended` hook.
      if (task && (task.assignmentStatus === 'assigned' || task.assignmentStatus === 'wrapping'))
        taskRouter.completeTask(task.sid);
      else leave(channel, participant);
      return participant;
    },
  };
}

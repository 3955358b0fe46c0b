import type { Context } from '../../core/context';
import { invalidParameter, notFound, TwilioError } from '../../core/errors';
import type { Sid } from '../../core/sids';
import type { Conversations } from '../conversations/commands';
import type { Iam } from '../iam/commands';
import type { TaskRouter } from '../taskrouter/commands';
import type { Reservation, Task } from '../taskrouter/entities';
import type { TaskHooks } from '../taskrouter/store';
import type { Flex, InviteRouting } from './commands';
import type { InteractionChannel, InteractionParticipant, Invite } from './entities';
import { findInvite, getChannel } from './store';
import type { FlexStore } from './store';

type InviteCommands = Pick<Flex, 'invite' | 'acceptInvite' | 'declineInvite' | 'inviteOfTask'>;

export interface Invites extends InviteCommands {
  readonly hooks: TaskHooks;
}

export interface FlexParts {
  readonly context: Context;
  readonly store: FlexStore;
  readonly conversations: Conversations;
  readonly taskRouter: () => TaskRouter;
  readonly iam: Iam;
  /** Takes a participant off the channel and out of the Conversation. */
  readonly leave: (channel: InteractionChannel, participant: InteractionParticipant) => void;
}

/** The given attributes "as is", with Flex's own keys set anew. */
function taskAttributes(channel: InteractionChannel, inviteSid: Sid<'KG'>, given: InviteRouting['attributes']): string {
  return JSON.stringify({
    ...given,
    flexInteractionSid: channel.interactionSid,
    flexInteractionChannelSid: channel.sid,
    flexChannelInviteSid: inviteSid,
    conversationSid: channel.conversationSid,
    channelSid: channel.conversationSid,
    channelType: channel.type,
  });
}

export function createInvites({ context, store, conversations, taskRouter, iam, leave }: FlexParts): Invites {
  const { clock, events, limits, sids } = context;

  /** An idle channel is deleted after 180 days; whatever Flex does with it starts the count again. */
  const touch = (channel: InteractionChannel) => {
    channel.updatedAtMs = clock.nowMs();
    const usedAtMs = channel.updatedAtMs;
    clock.schedule(limits.interactionChannelIdleMs, () => {
      if (channel.updatedAtMs === usedAtMs) store.channels.delete(channel.sid);
    });
  };

  const setStatus = (channel: InteractionChannel, invite: Invite, status: Invite['status']) => {
    invite.status = status;
    events.emit({ type: 'invite.updated', channel, invite });
  };

  const ofTask = (taskSid: string) => findInvite(store, (invite) => invite.taskSid === taskSid);

  const join = (channel: InteractionChannel, reservation: Reservation): InteractionParticipant => {
    const identity = iam.findUser(reservation.workerSid)?.identity ?? reservation.workerSid;
    const conversation = conversations.get(channel.conversationSid);
    const present = [...conversation.participants.values()].find((participant) => participant.identity === identity);
    const member = present ?? conversations.addParticipant(conversation.sid, { identity });
    const now = clock.nowMs();
    const participant: InteractionParticipant = {
      sid: sids.next('UT'),
      channelSid: channel.sid,
      interactionSid: channel.interactionSid,
      type: 'agent',
      conversationParticipantSid: member.sid,
      routing: { taskSid: reservation.taskSid, workerSid: reservation.workerSid, reservationSid: reservation.sid },
      createdAtMs: now,
      status: 'open',
      updatedAtMs: now,
    };
    channel.participants.set(participant.sid, participant);
    channel.status = 'active';
    touch(channel);
    return participant;
  };

  const participantOf = (channel: InteractionChannel, taskSid: string) =>
    [...channel.participants.values()].find(
      (participant) => participant.routing?.taskSid === taskSid && participant.status !== 'closed',
    );

  const answer = (inviteSid: string, reservationSid: string, how: 'accepted' | 'rejected'): Invite => {
    const found = findInvite(store, (invite) => invite.sid === inviteSid);
    if (!found) throw notFound(`/Invites/${inviteSid}`);
    if (taskRouter().reservation(reservationSid).taskSid !== found.invite.taskSid)
      throw invalidParameter(`Reservation ${reservationSid} is not one of invite ${inviteSid}`);
    taskRouter().answerReservation(reservationSid, how);
    return found.invite;
  };

  return {
    inviteOfTask: (taskSid) => ofTask(taskSid)?.invite,
    invite(interactionSid, channelSid, routing) {
      const channel = getChannel(store, interactionSid, channelSid);
      if (channel.status === 'closed' || channel.status === 'failed')
        throw new TwilioError(400, 45008, `Channel ${channel.sid} is ${channel.status}`);
      if (conversations.get(channel.conversationSid).state === 'closed')
        throw new TwilioError(400, 50377, 'Conversation is closed and cannot be changed');
      if (routing.workspaceSid !== taskRouter().workspace.sid) throw notFound(`/Workspaces/${routing.workspaceSid}`);
      const sid = sids.next('KG');
      const invites: Invite[] = [];
      taskRouter().createTask(
        {
          workflowSid: routing.workflowSid,
          queueSid: routing.queueSid,
          workerSid: routing.workerSid,
          taskChannel: routing.taskChannel,
          attributes: taskAttributes(channel, sid, routing.attributes),
          priority: routing.priority,
          timeoutSeconds: routing.timeoutSeconds,
        },
        (task: Task) => {
          const invite: Invite = {
            sid,
            channelSid: channel.sid,
            interactionSid: channel.interactionSid,
            taskSid: task.sid,
            createdAtMs: clock.nowMs(),
            status: 'pending',
          };
          channel.invites.set(invite.sid, invite);
          invites.push(invite);
          touch(channel);
          events.emit({ type: 'invite.created', channel, invite });
        },
      );
      const [invite] = invites;
      if (!invite) throw invalidParameter('The invite made no task');
      return invite;
    },
    acceptInvite: (inviteSid, reservationSid) => answer(inviteSid, reservationSid, 'accepted'),
    declineInvite: (inviteSid, reservationSid) => answer(inviteSid, reservationSid, 'rejected'),
    hooks: {
      accepting(reservation) {
        const found = ofTask(reservation.taskSid);
        if (found) join(found.channel, reservation);
      },
      accepted(reservation) {
        const found = ofTask(reservation.taskSid);
        if (!found) return;
        setStatus(found.channel, found.invite, 'accepted');
        const participant = participantOf(found.channel, reservation.taskSid);
        if (participant) events.emit({ type: 'participant.added', channel: found.channel, participant });
      },
      ended(task) {
        const found = ofTask(task.sid);
        if (!found) return;
        if (found.invite.status === 'pending')
          setStatus(found.channel, found.invite, task.reason === 'Invite declined' ? 'declined' : 'canceled');
        const participant = participantOf(found.channel, task.sid);
        if (participant) leave(found.channel, participant);
      },
    },
  };
}

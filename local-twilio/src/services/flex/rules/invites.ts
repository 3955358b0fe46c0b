import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { Sid } from '../../../kernel/sids';
import type { Task } from '../../taskrouter/entities';
import type { Flex } from '../commands';
import type { InteractionChannel, Invite, InviteRouting } from '../entities';
import type { FlexParts } from './hooks';
import { findInvite, getOpenChannel } from '../store';

export type InviteCommands = Pick<Flex, 'invite' | 'acceptInvite' | 'declineInvite' | 'inviteOfTask'>;

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

export function createInvites(parts: FlexParts): InviteCommands {
  const { context, store, conversations, taskRouter, touch } = parts;
  const { clock, events, sids } = context;

  const answer = (inviteSid: string, reservationSid: string, how: 'accepted' | 'rejected'): Invite => {
    const found = findInvite(store, (invite) => invite.sid === inviteSid);
    if (!found) throw notFound(`/Invites/${inviteSid}`);
    if (taskRouter.reservation(reservationSid).taskSid !== found.invite.taskSid)
      throw invalidParameter(`Reservation ${reservationSid} is not one of invite ${inviteSid}`);
    taskRouter.answerReservation(reservationSid, how);
    return found.invite;
  };

  return {
    inviteOfTask: (taskSid) => findInvite(store, (invite) => invite.taskSid === taskSid)?.invite,
    invite(interactionSid, channelSid, routing) {
      const channel = getOpenChannel(store, interactionSid, channelSid);
      if (conversations.get(channel.conversationSid).state === 'closed')
        throw new TwilioError(400, 50377, 'Conversation is closed and cannot be changed');
      if (routing.workspaceSid !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${routing.workspaceSid}`);
      const sid = sids.next('KG');
      const invites: Invite[] = [];
      taskRouter.createTask(
        {
          workflowSid: routing.workflowSid,
          queueSid: routing.queueSid,
          workerSid: routing.workerSid,
          taskChannel: routing.taskChannel,
          attributes: taskAttributes(channel, sid, routing.attributes),
          priority: routing.priority,
          timeoutSeconds: routing.timeoutSeconds,
          byInvite: true,
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
          channel.lastRouting = routing;
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
  };
}

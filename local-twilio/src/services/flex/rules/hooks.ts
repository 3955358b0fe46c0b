import type { Context } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { Iam } from '../../iam/commands';
import type { TaskRouter } from '../../taskrouter/commands';
import type { Reservation } from '../../taskrouter/entities';
import type { TaskHooks } from '../../taskrouter/commands';
import type { InteractionChannel, InteractionParticipant, Invite } from '../entities';
import type { Touch } from './idle';
import { findInvite } from '../store';
import type { FlexState } from '../state';

export interface FlexParts {
  readonly context: Context;
  readonly store: FlexState;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
  readonly iam: Iam;
  readonly touch: Touch;
  /** Takes a participant off the channel and out of the Conversation. */
  readonly leave: (channel: InteractionChannel, participant: InteractionParticipant) => void;
}

function join(parts: FlexParts, channel: InteractionChannel, reservation: Reservation): InteractionParticipant {
  const { context, touch, conversations, iam } = parts;
  const { clock, sids } = context;
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
}

/** What Flex does when TaskRouter moves a task that an invite made. */
export function createHooks(parts: FlexParts): TaskHooks {
  const { context, store, leave } = parts;
  const { events } = context;

  const setStatus = (channel: InteractionChannel, invite: Invite, status: Invite['status']) => {
    invite.status = status;
    events.emit({ type: 'invite.updated', channel, invite });
  };

  const ofTask = (taskSid: string) => findInvite(store, (invite) => invite.taskSid === taskSid);

  const participantOf = (channel: InteractionChannel, taskSid: string) =>
    [...channel.participants.values()].find(
      (participant) => participant.routing?.taskSid === taskSid && participant.status !== 'closed',
    );

  return {
    accepting(reservation) {
      const found = ofTask(reservation.taskSid);
      if (found) join(parts, found.channel, reservation);
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
  };
}

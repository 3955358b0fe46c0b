import { z } from 'zod';
import { TwilioError } from '../../../kernel/errors';
import type { InteractionChannel } from '../entities';
import type { FlexAccount } from '../account';
import { tunnelRoute, type TunnelCall, type TunnelRoute } from '../../../kernel/browser/tunnel-route';
import type { FlexAnswers } from './answers';

const inviteAnswer = z.object({
  action: z.enum(['accept', 'decline']),
  routing: z.object({ reservation: z.object({ sid: z.string() }) }),
});
/** End and Complete differ only in `routing.status`. */
const channelChange = z.object({
  status: z.enum(['closed', 'inactive', 'pause', 'active']),
  routing: z.object({ status: z.enum(['wrapup', 'closed']) }).optional(),
});
/** Flex looks for its own participant with `all` when its agent left or transferred: the plain list has them no more. */
const participantsAsked = z.object({
  status: z.literal('all').optional().catch(undefined),
  taskSid: z.string().optional(),
});
const participantChange = z.object({
  status: z.string().optional(),
  routing: z.object({ status: z.enum(['wrapup', 'closed']) }).optional(),
});

/** Flex Interactions: how a conversation's task is accepted, ended and completed. */
export function interactionRoutes(account: FlexAccount, answers: FlexAnswers): readonly TunnelRoute[] {
  const ids = ({ names }: TunnelCall) => ({
    interactionSid: names['interaction'] ?? '',
    channelSid: names['channel'] ?? '',
  });
  const root = 'v1/Interactions/:interaction/Channels';

  const participants = (call: TunnelCall) => {
    const { interactionSid, channelSid } = ids(call);
    const channel = account.flex.channel(interactionSid, channelSid);
    const { status: which, taskSid } = participantsAsked.parse(call.params);
    return {
      channel_type: channel.type,
      participants: account.flex
        .participants(interactionSid, channelSid, which)
        .filter(({ routing }) => taskSid === undefined || routing?.taskSid === taskSid)
        .map((one) => answers.participant(channel, one)),
    };
  };

  const answerInvite = (call: TunnelCall) => {
    const { action, routing } = inviteAnswer.parse(call.params);
    assertOwnReservation(account, call, routing.reservation.sid);
    const invite = call.names['invite'] ?? '';
    const answered =
      action === 'accept'
        ? account.flex.acceptInvite(invite, routing.reservation.sid)
        : account.flex.declineInvite(invite, routing.reservation.sid);
    const { sid, status, interactionSid, channelSid } = answered;
    return { sid, status, interaction_sid: interactionSid, channel_sid: channelSid };
  };

  const changeParticipant = (call: TunnelCall) => {
    const { interactionSid, channelSid } = ids(call);
    const { status, routing } = participantChange.parse(call.params);
    const participantSid = call.names['participant'] ?? '';
    const wanted = routing?.status ?? (status === 'wrapup' ? 'wrapup' : 'closed');
    const changed = account.flex.closeParticipant({ interactionSid, channelSid, participantSid }, wanted);
    return answers.participant(account.flex.channel(interactionSid, channelSid), changed);
  };

  return [
    tunnelRoute('GET', root, ({ names }) => ({
      channels: account.flex.channels(names['interaction'] ?? '').map(answers.channel),
    })),
    tunnelRoute('GET', `${root}/:channel`, (call) => {
      const { interactionSid, channelSid } = ids(call);
      return answers.channel(account.flex.channel(interactionSid, channelSid));
    }),
    tunnelRoute('POST', `${root}/:channel`, (call) => answers.channel(changeChannel(account, call))),
    tunnelRoute('GET', `${root}/:channel/Participants`, participants),
    tunnelRoute('POST', `${root}/:channel/Participants/:participant`, changeParticipant),
    tunnelRoute('POST', `${root}/:channel/Invites/:invite`, answerInvite),
  ];
}

function changeChannel({ flex }: FlexAccount, { names, params, viewer }: TunnelCall): InteractionChannel {
  const interactionSid = names['interaction'] ?? '';
  const channelSid = names['channel'] ?? '';
  const { status, routing } = channelChange.parse(params);
  switch (status) {
    case 'inactive':
      return flex.leaveChannel(interactionSid, channelSid, routing?.status);
    case 'pause':
      return flex.pauseChannel(interactionSid, channelSid, routing?.status);
    case 'active':
      return flex.resumeChannel(interactionSid, channelSid, viewer.workerSid);
    case 'closed':
      return flex.closeChannel(interactionSid, channelSid, routing?.status ?? 'closed');
  }
}

function assertOwnReservation(account: FlexAccount, { viewer }: TunnelCall, reservationSid: string): void {
  if (account.taskRouter.reservation(reservationSid).workerSid !== viewer.workerSid)
    throw new TwilioError(403, 20403, 'The reservation is another worker’s');
}

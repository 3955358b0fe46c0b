import { isoSeconds } from '../../../kernel/rest/times';
import type { FlexAccount } from '../account';
import type { Interaction, InteractionChannel, InteractionParticipant, Invite, Transfer } from '../entities';

const root = 'https://flex-api.twilio.com/v1/Interactions';

/** The task behind an invite, as `{ reservation, properties }`; a forgotten task leaves nulls. */
function routingOf(account: FlexAccount, invite: Invite | undefined): unknown {
  const task = invite && account.taskRouter.findTask(invite.taskSid);
  return task ? { reservation: null, properties: account.taskRouter.routingProperties(task) } : null;
}

export function interactionAnswer(account: FlexAccount, interaction: Interaction): unknown {
  const [channel] = account.flex.channels(interaction.sid);
  const [invite] = [...(channel?.invites.values() ?? [])];
  return {
    sid: interaction.sid,
    channel: channel ? { type: channel.type, sid: channel.sid } : null,
    routing: routingOf(account, invite),
    interaction_context_sid: null,
    webhook_ttid: interaction.webhookTtid,
    url: `${root}/${interaction.sid}`,
    links: { channels: `${root}/${interaction.sid}/Channels` },
  };
}

export function channelAnswer(channel: InteractionChannel): unknown {
  const url = `${root}/${channel.interactionSid}/Channels/${channel.sid}`;
  return {
    sid: channel.sid,
    interaction_sid: channel.interactionSid,
    type: channel.type,
    status: channel.status,
    error_code: null,
    error_message: null,
    url,
    links: { participants: `${url}/Participants`, invites: `${url}/Invites`, transfers: `${url}/Transfers` },
  };
}

export function participantAnswer(participant: InteractionParticipant): unknown {
  const { routing } = participant;
  return {
    sid: participant.sid,
    type: participant.type,
    interaction_sid: participant.interactionSid,
    channel_sid: participant.channelSid,
    url: `${root}/${participant.interactionSid}/Channels/${participant.channelSid}/Participants/${participant.sid}`,
    routing_properties: routing && {
      task_sid: routing.taskSid,
      worker_sid: routing.workerSid,
      reservation_sid: routing.reservationSid,
    },
  };
}

export function inviteAnswer(account: FlexAccount, invite: Invite): unknown {
  return {
    sid: invite.sid,
    interaction_sid: invite.interactionSid,
    channel_sid: invite.channelSid,
    routing: routingOf(account, invite),
    url: `${root}/${invite.interactionSid}/Channels/${invite.channelSid}/Invites/${invite.sid}`,
  };
}

export function transferAnswer({ accountSid, flex }: FlexAccount, transfer: Transfer): unknown {
  const { sid, interactionSid, channelSid, createdAtMs } = transfer;
  return {
    sid,
    account_sid: accountSid,
    instance_sid: flex.configuration()['flex_instance_sid'],
    interaction_sid: interactionSid,
    channel_sid: channelSid,
    execution_sid: null,
    type: 'cold',
    status: 'completed',
    from: transfer.fromParticipantSid,
    to: transfer.to,
    note_sid: null,
    summary_sid: null,
    date_created: isoSeconds(createdAtMs),
    date_updated: isoSeconds(createdAtMs),
    url: `${root}/${interactionSid}/Channels/${channelSid}/Transfers/${sid}`,
  };
}

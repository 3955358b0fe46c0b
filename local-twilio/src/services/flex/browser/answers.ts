import type { FlexAccount } from '../account';
import type { InteractionChannel, InteractionParticipant } from '../entities';
import { isoTime } from '../../../kernel/browser/times';

export interface FlexAnswers {
  participant(channel: InteractionChannel, participant: InteractionParticipant): Record<string, unknown>;
  channel(channel: InteractionChannel): Record<string, unknown>;
}

export function flexAnswers(account: FlexAccount): FlexAnswers {
  return {
    participant: (channel, one) => ({
      account_sid: account.accountSid,
      ...participantAnswer(account, channel, one),
    }),
    channel: ({ sid, interactionSid, type, status }) => ({
      sid,
      interaction_sid: interactionSid,
      type,
      status,
      error_code: null,
    }),
  };
}

function participantAnswer(
  account: FlexAccount,
  channel: InteractionChannel,
  one: InteractionParticipant,
): Record<string, unknown> {
  return {
    sid: one.sid,
    participant_sid: one.sid,
    type: one.type,
    channel_sid: one.channelSid,
    interaction_sid: one.interactionSid,
    channel_type: channel.type,
    media_properties: mediaProperties(account, channel, one),
    routing_properties: {
      task_sid: one.routing?.taskSid ?? null,
      reservation_sid: one.routing?.reservationSid ?? null,
      worker_sid: one.routing?.workerSid ?? null,
      workspace_sid: account.taskRouter.workspace.sid,
    },
    date_created: isoTime(one.createdAtMs),
    date_updated: isoTime(one.updatedAtMs),
  };
}

function mediaProperties(account: FlexAccount, channel: InteractionChannel, participant: InteractionParticipant) {
  const conversation = account.conversations.find(channel.conversationSid);
  const member = conversation?.participants.get(participant.conversationParticipantSid);
  const binding = member?.messagingBinding;
  return {
    sid: participant.conversationParticipantSid,
    conversation_sid: channel.conversationSid,
    identity: member?.identity ?? null,
    ...(binding
      ? {
          messaging_binding: {
            type: binding.type,
            address: binding.address,
            proxy_address: binding.proxyAddress,
            name: binding.name,
          },
        }
      : {}),
  };
}

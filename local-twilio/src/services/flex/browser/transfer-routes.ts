import { z } from 'zod';
import { TwilioError } from '../../../kernel/errors';
import type { InteractionChannel } from '../entities';
import { transferAnswer } from '../rest/answers';
import type { FlexAccount } from '../account';
import { isoTime } from '../../../kernel/browser/times';
import { tunnelRoute, type TunnelCall, type TunnelRoute } from '../../../kernel/browser/tunnel-route';

const request = z.object({ from: z.string(), to: z.string(), type: z.string().optional() });
const TRANSFERS = 'v1/Instances/:instance/Interactions/:interaction/Channels/:channel/Transfers';

/** Cold transfers, and the agent's list of conversations that they paused. */
export function transferRoutes(account: FlexAccount): readonly TunnelRoute[] {
  const path = ({ names }: TunnelCall) => ({
    interactionSid: names['interaction'] ?? '',
    channelSid: names['channel'] ?? '',
  });
  return [
    tunnelRoute('GET', 'v1/Channels', ({ viewer }) => ({
      content: account.flex
        .pausedChannels(viewer.workerSid)
        .map((channel) => ({ ...pausedAnswer(account, channel), agent_identity: viewer.identity })),
      meta: { next_token: null },
    })),
    tunnelRoute('GET', TRANSFERS, (call) => {
      const { interactionSid, channelSid } = path(call);
      return account.flex.transfers(interactionSid, channelSid).map((one) => transferAnswer(account, one));
    }),
    tunnelRoute('POST', TRANSFERS, (call) => {
      const { from, to, type } = request.parse(call.params);
      if (type === 'warm') throw new TwilioError(501, 20501, 'The local Twilio does no warm transfers');
      return transferAnswer(account, account.flex.transfer({ ...path(call), fromParticipantSid: from, to }));
    }),
  ];
}

function pausedAnswer({ accountSid, taskRouter }: FlexAccount, channel: InteractionChannel): Record<string, unknown> {
  const { sid, interactionSid, paused, lastRouting } = channel;
  return {
    sid,
    account_sid: accountSid,
    interaction_sid: interactionSid,
    workspace_sid: taskRouter.workspace.sid,
    workflow_sid: lastRouting?.workflowSid ?? null,
    wds_queue_sid: paused?.queueSid ?? null,
    participant_sid: paused?.participantSid ?? null,
    task_channel_sid: paused?.taskChannelSid ?? null,
    attributes: paused?.attributes ?? '{}',
    date_created: isoTime(paused?.pausedAtMs ?? channel.createdAtMs),
    date_updated: isoTime(channel.updatedAtMs),
    action: 'pause',
    status_timeout: paused ? isoTime(paused.untilMs) : null,
  };
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import { interactionParticipantSid, taskSid, workerSid } from '../contract/sids';
import type { InviteRouting } from '../parking/domain/routing';
import { parseAttributes } from '../parking/domain/conversation-attributes';
import { printJson } from '../parking/domain/lossless-json';
import type { ChannelRef, Interactions } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

const sentRouting = z.object({ properties: z.object({ sid: taskSid, attributes: z.string().catch('{}') }) });
const participantRouting = z
  .object({ task_sid: taskSid.optional().catch(undefined), worker_sid: workerSid.optional().catch(undefined) })
  .catch({});

/** twilio.com/docs/flex/developer/conversations/interactions-api: channels, their participants and invites. */
export function createInteractions(client: Twilio, calls: Calls, workspaceSid: string): Interactions {
  const channel = ({ interactionSid, channelSid }: ChannelRef) =>
    client.flexApi.v1.interaction(interactionSid).channels(channelSid);
  return {
    async participants(ref) {
      const found = (await orUndefined(calls.read(() => channel(ref).participants.list({ pageSize: 50 })))) ?? [];
      return found.map(({ sid, type, routingProperties }) => {
        const { task_sid: task, worker_sid: worker } = participantRouting.parse(routingProperties ?? {});
        return {
          sid: interactionParticipantSid.parse(sid),
          type,
          ...(task && { taskSid: task }),
          ...(worker && { workerSid: worker }),
        };
      });
    },
    async release(ref, participant, status) {
      // twilio.com/docs/flex/developer/conversations/interactions-api/interaction-channel-participants: the channel stays.
      await calls.nonIdempotentWrite(() => channel(ref).participants(participant).update({ status }));
    },
    async close(ref) {
      // twilio.com/docs/flex/developer/conversations/interactions-api/channels-subresource
      const ended = { status: 'closed', routing: { status: 'closed' } } as const;
      await orUndefined(calls.write(() => channel(ref).update(ended)));
    },
    async invite(ref, { routing: wanted, attributes }) {
      const properties = inviteProperties(workspaceSid, wanted, attributes);
      // As text, because attributes of others may hold numbers with more digits than JavaScript's.
      const routing = printJson({ properties });
      const invite = await calls.nonIdempotentWrite(() => channel(ref).invites.create({ routing }));
      return sentRouting.parse(invite.routing).properties.sid;
    },
    async hasFailed(ref) {
      return failed.safeParse(await orUndefined(calls.read(() => channel(ref).fetch()))).success;
    },
    async invites(ref) {
      const found = (await orUndefined(calls.read(() => channel(ref).invites.list({ pageSize: 50 })))) ?? [];
      return found.flatMap(({ routing }) => {
        const parsed = sentRouting.safeParse(routing);
        return parsed.success
          ? [{ taskSid: parsed.data.properties.sid, attributes: parsed.data.properties.attributes }]
          : [];
      });
    },
  };
}

const failed = z.object({ status: z.literal('failed') });

function inviteProperties(workspaceSid: string, routing: InviteRouting, attributes: string) {
  const { workflowSid, taskChannelUniqueName, priority, direct, queueSid, timeoutSeconds } = routing;
  return {
    workspace_sid: workspaceSid,
    workflow_sid: workflowSid,
    task_channel_unique_name: taskChannelUniqueName,
    priority,
    ...(queueSid && { queue_sid: queueSid }),
    ...(direct?.queueSid && { queue_sid: direct.queueSid }),
    ...(direct && { worker_sid: direct.workerSid }),
    ...(timeoutSeconds !== undefined && { timeout: timeoutSeconds }),
    attributes: parseAttributes(attributes) ?? {},
  };
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import type { ConversationSid, FlowSid } from '../contract/sids';
import type { Flows } from '../parking/ports';
import type { Calls } from './calls';
import { failureOf, orUndefined } from './failure';

const configuration = z.object({ flow_sid: z.string() });

/** Scoped webhooks with a Studio flow as target (twilio.com/docs/conversations/api/conversation-scoped-webhook-resource). */
export function createFlows(client: Twilio, calls: Calls): Flows {
  const webhooksOf = (conversation: ConversationSid) => client.conversations.v1.conversations(conversation).webhooks;

  async function attached(conversation: ConversationSid, flow: FlowSid): Promise<string[]> {
    const found = (await orUndefined(calls.read(() => webhooksOf(conversation).list()))) ?? [];
    return found.flatMap(({ sid, target, configuration: held }) => {
      const parsed = configuration.safeParse(held);
      return target === 'studio' && parsed.success && parsed.data.flow_sid === flow ? [sid] : [];
    });
  }

  return {
    async attach({ conversationSid, lastSeenMessageIndex }, flow) {
      try {
        await calls.nonIdempotentWrite(() =>
          webhooksOf(conversationSid).create({
            target: 'studio',
            'configuration.flowSid': flow,
            ...(lastSeenMessageIndex >= 0 && { 'configuration.replayAfter': lastSeenMessageIndex }),
          }),
        );
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'unknown' || (await attached(conversationSid, flow)).length === 0) throw failure;
      }
    },
    async detach(conversation, flow) {
      const webhooks = client.conversations.v1.conversations(conversation).webhooks;
      const ours = await attached(conversation, flow);
      await Promise.all(ours.map((sid) => orUndefined(calls.write(() => webhooks(sid).remove()))));
    },
  };
}

import type { Twilio } from 'twilio';
import type { MessageInstance } from 'twilio/lib/rest/conversations/v1/conversation/message';
import { z } from 'zod';

import { conversationParticipantSid } from '../contract/sids';
import type { Conversations } from '../parking/ports';
import type { Calls } from './calls';
import { orUndefined } from './failure';

/** One page of newest messages: enough for any park that takes seconds; more unseen ones wake at once. */
const NEWEST_MESSAGES = 20;
/** A Flex conversation has a handful of people; Conversations allows 1000. */
const MAX_PARTICIPANTS = 100;

const state = z.enum(['active', 'inactive', 'closed']).catch('active');
const binding = z.object({ address: z.string() });
const participantSid = conversationParticipantSid.optional().catch(undefined);

/** twilio.com/docs/conversations/api/conversation-resource and its participants and messages. */
export function createConversations(client: Twilio, calls: Calls): Conversations {
  const conversations = client.conversations.v1.conversations;
  const list = (sid: string) =>
    conversations(sid).messages.list({ order: 'desc', limit: NEWEST_MESSAGES, pageSize: NEWEST_MESSAGES });
  const newest = async (sid: string) => (await orUndefined(calls.read(() => list(sid)))) ?? [];
  return {
    async fetch(sid) {
      const found = await orUndefined(calls.read(() => conversations(sid).fetch()));
      return found && { state: state.parse(found.state), attributes: found.attributes };
    },
    async putAttributes(sid, attributes) {
      await calls.write(() => conversations(sid).update({ attributes }));
    },
    async participants(sid) {
      const found = await orUndefined(
        calls.read(() => conversations(sid).participants.list({ limit: MAX_PARTICIPANTS, pageSize: MAX_PARTICIPANTS })),
      );
      return (found ?? []).map((participant) => {
        const bound = binding.safeParse(participant.messagingBinding);
        return {
          sid: conversationParticipantSid.parse(participant.sid),
          ...(participant.identity && { identity: participant.identity }),
          ...(bound.success && { address: bound.data.address }),
        };
      });
    },
    async newestMessages(sid) {
      const found = await newest(sid);
      return { messages: found.map(headOf), complete: found.length < NEWEST_MESSAGES };
    },
    async readMessages(sid) {
      const found = await newest(sid);
      const messages = found.map((message) => ({
        ...headOf(message),
        body: message.body ?? '',
        hasMedia: (message.media ?? []).length > 0,
      }));
      return { messages, complete: found.length < NEWEST_MESSAGES };
    },
    async say(sid, body) {
      await calls.nonIdempotentWrite(() => conversations(sid).messages.create({ body }));
    },
  };
}

/** Of a message everything but what it says. */
function headOf({ index, author, participantSid: by, dateCreated }: MessageInstance) {
  const writer = participantSid.parse(by ?? undefined);
  return { index, author, atMs: dateCreated.getTime(), ...(writer && { participantSid: writer }) };
}

import { z } from 'zod';

import { wholeNumber } from '../contract/whole-number';
import { conversationParticipantSid, conversationSid } from '../contract/sids';

/**
 * The form fields of onMessageAdded (twilio.com/docs/conversations/conversations-webhooks) and the park id of our URL.
 * ParticipantSid is optional there, and Media is there only when something is attached. What was written is only judged, never kept
 * or logged; Attributes are never read.
 */
export const messageAdded = z
  .object({
    EventType: z.literal('onMessageAdded'),
    ConversationSid: conversationSid,
    Index: wholeNumber.pipe(z.number().min(0)).optional().catch(undefined),
    Author: z.string().default(''),
    Body: z.string().catch(''),
    Media: z.string().optional(),
    ParticipantSid: conversationParticipantSid.optional().catch(undefined),
    parkId: z.string().min(1).max(64),
  })
  .transform((event) => ({
    conversationSid: event.ConversationSid,
    index: event.Index,
    author: event.Author,
    said: { body: event.Body, hasMedia: event.Media !== undefined },
    parkId: event.parkId,
    ...(event.ParticipantSid && { participantSid: event.ParticipantSid }),
  }));

import { z } from 'zod';
import { ms, sid, textOrNull } from '../../kernel/shapes';
import { MediaContent } from './rules/media-content';

export const mediaItem = z
  .object({
    sid: sid('ME'),
    contentType: z.string(),
    filename: textOrNull,
    sizeBytes: z.number(),
    category: z.string(),
  })
  .strict();

export const storedMedia = z
  .object({
    item: mediaItem,
    /** The identity that uploaded it. */
    author: z.string(),
    createdAtMs: ms,
    content: textOrNull.transform((base64) => new MediaContent(base64 === null ? null : Buffer.from(base64, 'base64'))),
  })
  .strict();

export const receipt = z
  .object({
    sid: sid('DY'),
    participantSid: sid('MB'),
    /** The message in the channel: `SM…`, or `WA…` for WhatsApp. */
    channelMessageSid: z.string(),
    createdAtMs: ms,
    status: z.enum(['sent', 'delivered', 'read', 'undelivered', 'failed']),
    /** Why it did not arrive; 0 if it did, or may still. */
    errorCode: z.number(),
    updatedAtMs: ms,
  })
  .strict();

export const message = z
  .object({
    sid: sid('IM'),
    conversationSid: sid('CH'),
    /** Position in the conversation, from 0. */
    index: z.number(),
    /** An identity, an address, or a name chosen by the REST caller. */
    author: textOrNull,
    participantSid: sid('MB').nullable(),
    media: z.array(mediaItem).readonly(),
    /** Where it came from; it decides whether webhooks fire. */
    source: z.enum(['SDK', 'API', 'SMS', 'WHATSAPP']),
    createdAtMs: ms,
    body: textOrNull,
    /** JSON text. */
    attributes: z.string(),
    updatedAtMs: ms,
    /** One for each participant with an address, from the moment it is sent. */
    receipts: z.array(receipt).default([]),
  })
  .strict();

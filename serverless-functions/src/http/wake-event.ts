import { z } from 'zod';

import { conversationSid } from '../contract/sids';

/** What agents can read above a conversation. */
const NOTE_MAX_CHARS = 500;

/**
 * What a back office sends to a wake link, whose own fields come in the query. The runtime does not tell the method of a
 * request, but only one with a body has a type: whatever follows links in chats and mails, to preview them, wakes nobody.
 */
export const wakeEvent = z
  .object({
    conversationSid,
    parkId: z.string().min(1).max(64),
    token: z.string().min(1).max(128),
    note: z.string().trim().max(NOTE_MAX_CHARS).optional(),
    request: z.object({
      headers: z.object({ 'content-type': z.string().regex(/^application\/(x-www-form-urlencoded|json)\b/i) }),
    }),
  })
  .transform(({ request: _checked, ...event }) => event);

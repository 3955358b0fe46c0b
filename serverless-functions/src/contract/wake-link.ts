import { z } from 'zod';

import { conversationSid } from './sids';

export const WAKE_LINK_PATH = '/flex/wake-link';

/** Asks for the link by which another system brings a parked conversation back (`Token` beside it). */
export const wakeLinkRequest = z.object({ conversationSid });
export type WakeLinkRequest = z.infer<typeof wakeLinkRequest>;

/** `path`: path and query at the Functions' own address, which the desktop knows. */
export const wakeLinkAnswer = z.object({
  status: z.literal('wake-link'),
  conversationSid,
  path: z.string().startsWith('/'),
});
export type WakeLinkAnswer = z.infer<typeof wakeLinkAnswer>;

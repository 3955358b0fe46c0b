import { z } from 'zod';

import { conversationSid } from './sids';

export const PREVIEW_PATH = '/flex/preview-interaction';

/** Asks for the last messages of a parked conversation, as flat form fields (`Token` beside them). */
export const previewRequest = z.object({ conversationSid });
export type PreviewRequest = z.infer<typeof previewRequest>;

const previewMessage = z.object({
  index: z.number().int(),
  from: z.enum(['customer', 'agent', 'other']),
  author: z.string(),
  /** Text; empty for a message that is only media. */
  body: z.string(),
  hasMedia: z.boolean(),
  /** ISO 8601. */
  at: z.string().datetime(),
});
export type PreviewMessage = z.infer<typeof previewMessage>;

/** Oldest first. `more`: there are older ones. */
export const previewAnswer = z.object({
  status: z.literal('preview'),
  conversationSid,
  messages: z.array(previewMessage),
  more: z.boolean(),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>;

import { z } from 'zod';

import { conversationSid } from './sids';

export const CHANGE_TIME_PATH = '/flex/change-parked-until';

/** Less is not worth a park. */
export const UNTIL_AT_LEAST_MS = 60_000;
/** The Functions take what was a minute ahead when it was chosen, by a clock that may be a little slow. */
export const UNTIL_REFUSED_BELOW_MS = 30_000;
/** The channel of an interaction that nobody uses is deleted after 180 days. */
export const UNTIL_AT_MOST_MS = 90 * 24 * 60 * 60_000;

/** What a reply does before the time: it brings the conversation back at once, or waits. */
export const repliesUntil = z.enum(['wake', 'wait']);
export type RepliesUntil = z.infer<typeof repliesUntil>;

/** The time at which a parked conversation comes back by itself, as flat form fields. `backAt`: ISO 8601. */
export const parkUntil = {
  backAt: z.string().datetime({ offset: true }).optional(),
  replies: repliesUntil.optional(),
};

/** Another time for what is parked; without `backAt` it waits for the customer again (`Token` beside it). */
export const changeTimeRequest = z.object({ conversationSid, ...parkUntil });
export type ChangeTimeRequest = z.infer<typeof changeTimeRequest>;

export const changeTimeAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('changed'), conversationSid, backAt: z.string().datetime().optional() }),
  /** A reply had been waiting for the time that was taken away, and is being routed now. */
  z.object({ status: z.literal('returned'), conversationSid }),
]);
export type ChangeTimeAnswer = z.infer<typeof changeTimeAnswer>;

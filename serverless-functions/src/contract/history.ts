import { z } from 'zod';

import { conversationSid, workerSid } from './sids';

export const HISTORY_PATH = '/flex/parking-history';

/**
 * How a park ended. `event`: another system's wake link; `found`: it would have waited for nobody, and a repair brought it back; `joined`: an agent came into
 * the conversation some other way; `other`: what a newer version wrote.
 */
export const ENDINGS = [
  'reply',
  'agent',
  'supervisor',
  'time',
  'event',
  'max-age',
  'found',
  'joined',
  'closed',
  'other',
] as const;
export type HowEnded = (typeof ENDINGS)[number];

const person = z.object({ workerSid, name: z.string() });

/** One park from its beginning to its end. Times are ISO 8601. Never a message's text, and no note either. */
export const historyEntry = z.object({
  parkId: z.string(),
  conversationSid,
  channelType: z.string(),
  queueName: z.string(),
  customerName: z.string(),
  customerAddress: z.string(),
  /** Why it was parked, where that was said. */
  reason: z.string().optional(),
  parkedBy: person,
  parkedAt: z.string(),
  /** When it was sent back to the agents; absent when it never was. */
  returnedAt: z.string().optional(),
  endedAt: z.string(),
  how: z.enum(ENDINGS).catch('other'),
  /** Who has it now, where that is known. */
  takenBy: person.optional(),
  /** Twilio would soon have deleted its task, and the conversation with it. */
  savedTask: z.literal(true).optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Supervisors and admins ask for what is over, a page at a time (`Token` beside it). */
export const historyRequest = z.object({
  cursor: z.string().max(2000).optional(),
  /** Only parks with all of these words in the customer, an agent, the queue or the reason. */
  words: z.string().trim().max(200).optional(),
  /** ISO 8601: only what was parked at this time or later. */
  from: z.string().datetime().optional(),
  /** ISO 8601: only what was parked before. */
  before: z.string().datetime().optional(),
});
export type HistoryRequest = z.infer<typeof historyRequest>;

export const historyAnswer = z.object({
  status: z.literal('history'),
  /** What was parked last comes first. There may be none, and more to come. */
  entries: z.array(historyEntry),
  /** Brings the next ones; absent when there are none. */
  nextCursor: z.string().optional(),
});
export type HistoryAnswer = z.infer<typeof historyAnswer>;

import { z } from 'zod';

import { listItem } from './list-item';
import { conversationSid } from './sids';
import { wholeNumber } from './whole-number';

export const EVERYONE_PATH = '/flex/everyones-parked-interactions';

/**
 * What a desktop can read. Version 1 sends none, and refuses an answer with a `problem` that it does not know; so newer
 * ones go only to a desktop that says it is of version 2.
 */
export const EVERYONE_VERSION = 2;

/** Supervisors and admins ask for everybody's parked interactions, a page at a time (`Token` beside it). */
export const everyoneRequest = z.object({
  cursor: z.string().max(2000).optional(),
  version: wholeNumber.optional().catch(undefined),
});
export type EveryoneRequest = z.infer<typeof everyoneRequest>;

/** A row as in the agent's own list, and what only a supervisor needs. */
export const everyonesItem = listItem.extend({
  /** What people call the agent who parked, or else their user name. */
  agentName: z.string(),
  state: z.enum(['parking', 'parked', 'unparking', 'returning']),
  /** ISO 8601: since when it has been on its way back; only while `returning`. */
  returningSince: z.string().datetime().optional(),
});
export type EveryonesItem = z.infer<typeof everyonesItem>;

export const everyoneAnswer = z.object({
  status: z.literal('everyone'),
  items: z.array(everyonesItem),
  /** Conversations whose record holds not even what a row shows. */
  unreadable: z.array(conversationSid).optional(),
  /** Brings the next page; absent on the last. */
  nextCursor: z.string().optional(),
});
export type EveryoneAnswer = z.infer<typeof everyoneAnswer>;

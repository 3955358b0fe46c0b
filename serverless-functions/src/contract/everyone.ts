import { z } from 'zod';

import { listItem } from './list-item';

export const EVERYONE_PATH = '/flex/everyones-parked-interactions';

/** Supervisors and admins ask for everybody's parked interactions, a page at a time (`Token` beside it). */
export const everyoneRequest = z.object({ cursor: z.string().max(2000).optional() });
export type EveryoneRequest = z.infer<typeof everyoneRequest>;

/** A row as in the agent's own list, and what only a supervisor needs. */
export const everyonesItem = listItem.extend({
  /** What people call the agent who parked, or else his user name. */
  agentName: z.string(),
  state: z.enum(['parking', 'parked', 'unparking', 'returning']),
  /** Why it needs a person: it cannot be routed any more. */
  problem: z.enum(['channel-gone', 'routing-refused']).optional(),
});
export type EveryonesItem = z.infer<typeof everyonesItem>;

export const everyoneAnswer = z.object({
  status: z.literal('everyone'),
  items: z.array(everyonesItem),
  /** Brings the next page; absent on the last. */
  nextCursor: z.string().optional(),
});
export type EveryoneAnswer = z.infer<typeof everyoneAnswer>;

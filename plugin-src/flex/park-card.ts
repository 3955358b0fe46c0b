import { z } from 'zod';

/** What the Functions leave in a returning task's attributes for the next agent, with ask_for_note, a time that was chosen or an event. */
const parkCard = z.object({
  agentName: z.string(),
  /** ISO 8601. */
  parkedAt: z.string().datetime(),
  timesParked: z.number().int().positive(),
  /** ISO 8601: the time at which the agent wanted it back, when that is why it is. */
  askedFor: z.string().datetime().optional(),
  /** A back office said that it can go on. */
  event: z.object({ note: z.string().optional() }).optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
});
export type ParkCard = z.infer<typeof parkCard>;

const attributes = z.object({ parkInteraction: parkCard });

export function parkCardOf(task: { readonly attributes: unknown } | undefined): ParkCard | undefined {
  const parsed = attributes.safeParse(task?.attributes);
  return parsed.success ? parsed.data.parkInteraction : undefined;
}

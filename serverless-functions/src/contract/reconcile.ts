import { z } from 'zod';

import { conversationSid } from './sids';

export const RECONCILE_PATH = '/flex/reconcile';

const line = z.object({ conversationSid, what: z.string() });

export const reconcileAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('reconciled'),
    checked: z.number().int(),
    repairs: z.array(line),
    needsAPerson: z.array(line),
    /** Records left for the next call because the time was up. */
    more: z.boolean(),
  }),
  /** Another desktop did it a moment ago. */
  z.object({ status: z.literal('leased') }),
]);
export type ReconcileAnswer = z.infer<typeof reconcileAnswer>;

import { z } from 'zod';

import { conversationSid } from './sids';

export const RECONCILE_PATH = '/flex/reconcile';

/** Rows that one call may ask about: a record is read for each. */
export const MAX_ROWS_ASKED = 20;

/**
 * `rows`: conversations in the agent's own list whose rows the desktop wants checked, with commas between them. A row
 * without a record goes.
 */
export const reconcileRequest = z.object({
  rows: z
    .string()
    .max(MAX_ROWS_ASKED * 35)
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(conversationSid).max(MAX_ROWS_ASKED)),
});
export type ReconcileRequest = z.input<typeof reconcileRequest>;

const line = z.object({ conversationSid, what: z.string() });

/**
 * How soon the next conversation comes back at its time, as far as it is known; not when, for clocks of desktops may be
 * wrong.
 */
const nextDueInMs = z.number().min(0).optional();

/** Another one than before: somebody has changed the settings. Absent while they cannot be read. */
const settingsMark = z.string().optional();

export const reconcileAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('reconciled'),
    checked: z.number().int(),
    repairs: z.array(line),
    needsAPerson: z.array(line),
    /** Records left for the next call because the time was up. */
    more: z.boolean(),
    nextDueInMs,
    settingsMark,
  }),
  /** Another desktop did it a moment ago. */
  z.object({ status: z.literal('leased'), nextDueInMs, settingsMark }),
]);
export type ReconcileAnswer = z.infer<typeof reconcileAnswer>;

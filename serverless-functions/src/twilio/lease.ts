import type { DocumentListInstance } from 'twilio/lib/rest/sync/v1/service/document';
import { z } from 'zod';

import { conversationSid } from '../contract/sids';
import type { Lease, Records } from '../parking/ports';
import type { Calls } from './calls';
import { CHANGED, isRefused, NAME_TAKEN, orUndefined } from './failure';

const NAME = 'ParkingReconcileLease';

/** The version before wrote `untilMs` and `cursor` only. */
const leaseSchema = z.object({
  untilMs: z.number(),
  cursor: z.string().optional(),
  doneOnPage: z.number().default(0),
  roundAtMs: z.number().optional(),
  wholeRoundAtMs: z.number().optional(),
  again: z.array(conversationSid).default([]),
});

/** One reconcile at a time, whoever calls: a document that says until when somebody has it, and how far it came. */
export function createLease(documents: DocumentListInstance, calls: Calls): Pick<Records, 'lease' | 'saveProgress'> {
  return {
    async lease(nowMs, untilMs) {
      try {
        return await take(documents, calls, { nowMs, untilMs });
      } catch (error) {
        if (isRefused(error, NAME_TAKEN) || isRefused(error, CHANGED)) return undefined;
        throw error;
      }
    },
    async saveProgress(lease) {
      await calls.write(() => documents(NAME).update({ data: dataOf(lease) }));
    },
  };
}

/** JSON leaves out what is undefined. */
function dataOf(lease: Lease): object {
  return { ...lease };
}

async function take(
  documents: DocumentListInstance,
  calls: Calls,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
): Promise<Lease | undefined> {
  const current = await orUndefined(calls.read(() => documents(NAME).fetch()));
  if (!current) {
    await calls.write(() => documents.create({ uniqueName: NAME, data: { untilMs } }));
    return leaseOf({ untilMs });
  }
  const held = leaseSchema.safeParse(current.data);
  if (held.success && held.data.untilMs > nowMs) return undefined;
  const lease = leaseOf({ ...held.data, untilMs });
  await calls.write(() => documents(NAME).update({ data: dataOf(lease), ifMatch: current.revision }));
  return lease;
}

function leaseOf(held: Partial<z.infer<typeof leaseSchema>> & { untilMs: number }): Lease {
  const { untilMs, cursor, doneOnPage = 0, roundAtMs, wholeRoundAtMs, again = [] } = held;
  return { untilMs, cursor, doneOnPage, roundAtMs, wholeRoundAtMs, again };
}

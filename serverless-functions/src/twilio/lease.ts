import type { DocumentListInstance } from 'twilio/lib/rest/sync/v1/service/document';
import { z } from 'zod';

import type { Lease, Records } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, orUndefined } from './failure';

const NAME = 'ParkingReconcileLease';
const leaseSchema = z.object({ untilMs: z.number(), cursor: z.string().optional() });

/** One reconcile at a time, whoever calls: a document that says until when somebody has it, and how far it came. */
export function createLease(documents: DocumentListInstance, calls: Calls): Pick<Records, 'lease' | 'saveCursor'> {
  return {
    async lease(nowMs, untilMs) {
      try {
        return await take(documents, calls, { nowMs, untilMs });
      } catch (error) {
        if (isRefused(error, { twilioCode: 54301 }) || isRefused(error, { status: 412 })) return undefined;
        throw error;
      }
    },
    async saveCursor({ untilMs }, cursor) {
      await calls.write(() => documents(NAME).update({ data: { untilMs, ...(cursor && { cursor }) } }));
    },
  };
}

async function take(
  documents: DocumentListInstance,
  calls: Calls,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
): Promise<Lease | undefined> {
  const current = await orUndefined(calls.read(() => documents(NAME).fetch()));
  if (!current) {
    await calls.write(() => documents.create({ uniqueName: NAME, data: { untilMs } }));
    return { untilMs, cursor: undefined };
  }
  const lease = leaseSchema.safeParse(current.data);
  if (lease.success && lease.data.untilMs > nowMs) return undefined;
  const cursor = lease.data?.cursor;
  const data = { untilMs, ...(cursor && { cursor }) };
  await calls.write(() => documents(NAME).update({ data, ifMatch: current.revision }));
  return { untilMs, cursor };
}

import type { DocumentListInstance } from 'twilio/lib/rest/sync/v1/service/document';
import { z } from 'zod';

import type { Records } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, orUndefined } from './failure';

const NAME = 'ParkingReconcileLease';
const leaseSchema = z.object({ untilMs: z.number() });

/** One reconcile at a time, whoever calls: a document with the time until which somebody has it. */
export function createLease(documents: DocumentListInstance, calls: Calls): Pick<Records, 'lease'> {
  return {
    async lease(nowMs, untilMs) {
      try {
        const current = await orUndefined(calls.read(() => documents(NAME).fetch()));
        if (!current) {
          await calls.write(() => documents.create({ uniqueName: NAME, data: { untilMs } }));
          return true;
        }
        const lease = leaseSchema.safeParse(current.data);
        if (lease.success && lease.data.untilMs > nowMs) return false;
        await calls.write(() => documents(NAME).update({ data: { untilMs }, ifMatch: current.revision }));
        return true;
      } catch (error) {
        if (isRefused(error, { twilioCode: 54301 }) || isRefused(error, { status: 412 })) return false;
        throw error;
      }
    },
  };
}

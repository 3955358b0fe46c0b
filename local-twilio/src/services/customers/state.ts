import { z } from 'zod';
import type { Phone } from './entities';

export const phone = z
  .object({
    name: z.string().min(1).max(100),
    channel: z.enum(['web', 'whatsapp', 'sms']),
    /** Web: any identity (`grace`). SMS and WhatsApp: a phone number (`+15550002222`). */
    address: z.string().min(1).max(100),
  })
  .strict();

export const customersState = z.array(phone).readonly();

export type CustomersState = readonly Phone[];

import { z } from 'zod';
import type { Shape } from '../../kernel/shapes';
import type { CustomerAddress } from './commands';

/** A customer with a phone on the customers' page. */
export interface Phone extends CustomerAddress {
  readonly name: string;
}

export const phone: Shape<Phone> = z
  .object({
    name: z.string().min(1).max(100),
    channel: z.enum(['web', 'whatsapp', 'sms']),
    address: z.string().min(1).max(100),
  })
  .strict();

import type { Kept } from '../../kernel/shapes';
import type { phone } from './state';

/** A customer with a phone on the customers' page. */
export type Phone = Kept<typeof phone>;

export type CustomerAddress = Pick<Phone, 'channel' | 'address'>;

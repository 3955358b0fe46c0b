import type { Context as KernelContext } from '../../kernel/context';
import type { ConversationsEvent } from '../conversations/events';
import type { CustomerAddress } from './entities';

export type CustomersEvent = { readonly type: 'customer.reach'; readonly customer: CustomerAddress };

export type Context = KernelContext<CustomersEvent | ConversationsEvent>;

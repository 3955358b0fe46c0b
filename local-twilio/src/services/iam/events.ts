import type { Context as KernelContext } from '../../kernel/context';

export type IamEvent = { readonly type: 'token.issued' };

export type Context = KernelContext<IamEvent>;

import type { Context as KernelContext } from '../../kernel/context';

/** It tells nothing. */
export type AccountsEvent = never;

export type Context = KernelContext<AccountsEvent>;

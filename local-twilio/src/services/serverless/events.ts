import type { Context as KernelContext } from '../../kernel/context';

/** What that domain serves is different now, or nothing any more. */
export type ServerlessEvent = { readonly type: 'serverless.changed'; readonly domainName: string };

export type Context = KernelContext<ServerlessEvent>;

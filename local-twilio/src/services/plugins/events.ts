import type { Context as KernelContext } from '../../kernel/context';

export type PluginsEvent = { readonly type: 'flex.plugins.released' };

export type Context = KernelContext<PluginsEvent>;

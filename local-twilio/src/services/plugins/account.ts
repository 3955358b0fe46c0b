import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Plugins } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface PluginsAccount {
  readonly accountSid: string;
  readonly plugins: Plugins;
}

export type Request = RequestTo<PluginsAccount>;
export type Handlers = HandlersOf<PluginsAccount>;
export type Handler = Handlers[string];

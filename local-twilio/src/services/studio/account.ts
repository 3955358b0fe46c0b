import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Studio } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface StudioAccount {
  readonly accountSid: string;
  readonly studio: Studio;
}

export type Request = RequestTo<StudioAccount>;
export type Handlers = HandlersOf<StudioAccount>;
export type Handler = Handlers[string];

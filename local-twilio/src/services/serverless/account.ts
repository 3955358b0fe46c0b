import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Serverless } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface ServerlessAccount {
  readonly accountSid: string;
  readonly serverless: Serverless;
}

export type Request = RequestTo<ServerlessAccount>;
export type Handlers = HandlersOf<ServerlessAccount>;
export type Handler = Handlers[string];

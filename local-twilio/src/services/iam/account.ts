import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Iam } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface IamAccount {
  readonly accountSid: string;
  readonly iam: Iam;
}

export type Request = RequestTo<IamAccount>;
export type Handlers = HandlersOf<IamAccount>;
export type Handler = Handlers[string];

import type { HandlersOf } from '../../kernel/rest/request';
import type { Accounts } from './commands';

/** What of the account its REST side works on. */
export interface AccountsAccount {
  readonly accountSid: string;
  readonly authToken: string;
  readonly accounts: Accounts;
}

export type Handlers = HandlersOf<AccountsAccount>;

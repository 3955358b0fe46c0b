import type { Happening } from '../../kernel/bus';
import { defineService, restProduct, type Building } from '../../kernel/service';
import type { Accounts } from './commands';
import { accountsMissing } from './rest/missing';
import { accountsRest } from './rest/operations';
import { createAccounts } from './rules/create';
import { accountsState, newAccount, type AccountsState } from './state';

/** The account itself, as api.twilio.com shows it. */
export const accounts = defineService({
  name: 'accounts',
  // State files of an earlier day have none.
  state: { name: 'accounts', shape: accountsState.default(newAccount(0)) },
  create: ({ context, state }: Building<Happening, object, AccountsState>): Accounts => createAccounts(context, state),
  stateOf: (own) => own.state(),
  rest: [
    restProduct({ host: 'api.twilio.com', spec: 'api_v2010', operations: accountsRest, missing: accountsMissing }),
  ],
});

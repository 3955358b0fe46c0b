import { defineService, restProduct } from '../../kernel/service';
import { keysOfIam } from './rest/keys';
import { accountsMissing } from './rest/missing';
import { accountsRest } from './rest/operations';
import { createAccounts } from './rules/create';
import { accountsState, newAccount } from './state';

/** The account itself, as api.twilio.com shows it. */
export const accounts = defineService({
  name: 'accounts',
  // State files of an earlier day have none.
  state: { name: 'accounts', shape: accountsState.default(newAccount(0)) },
  create: createAccounts,
  stateOf: (own) => own.state(),
  rest: [
    restProduct({ host: 'api.twilio.com', spec: 'api_v2010', operations: accountsRest, missing: accountsMissing }),
    restProduct({ host: 'iam.twilio.com', spec: 'iam_v1', operations: keysOfIam }),
  ],
});

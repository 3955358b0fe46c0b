import { defineService } from '../../kernel/service';
import type { IamAccount } from './account';
import { validateToken } from './rest/operations';
import { createIam } from './rules/create';
import { iamState } from './state';

/** Users and tokens of Flex. */
export const iam = defineService({
  name: 'iam',
  state: { name: 'iam', shape: iamState },
  create: createIam,
  stateOf: (own) => own.state(),
  /** twilio-flex-token-validator calls it; no OpenAPI file has it. */
  withoutSpec(account: IamAccount, request) {
    const isIt = request.host === 'iam.twilio.com' && /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/.test(request.path);
    return isIt ? { operationId: 'ValidateFlexToken', run: () => validateToken(account, request) } : undefined;
  },
});

import { defineService, type Building } from '../../kernel/service';
import type { IamAccount } from './account';
import type { Iam } from './commands';
import type { IamEvent } from './events';
import { validateToken } from './rest/operations';
import { createIam } from './rules/create';
import { iamState, type IamState } from './state';

/** Users and tokens of Flex. */
export const iam = defineService({
  name: 'iam',
  state: { name: 'iam', shape: iamState },
  create: ({ context, state }: Building<IamEvent, object, IamState>): Iam => createIam(context, state),
  stateOf: (own) => own.state(),
  /** twilio-flex-token-validator calls it; no OpenAPI file has it. */
  withoutSpec(account: IamAccount, request) {
    const isIt = request.host === 'iam.twilio.com' && /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/.test(request.path);
    return isIt ? { operationId: 'ValidateFlexToken', run: () => validateToken(account, request) } : undefined;
  },
});

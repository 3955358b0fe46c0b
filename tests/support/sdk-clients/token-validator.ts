import type { validator } from 'twilio-flex-token-validator';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { tell } from './telling';

export interface ValidatorSdk {
  readonly validator: typeof validator;
}

/** Rejects with a text, never with an Error. */
const verdict = (call: Promise<object>) => call.catch((refusal: unknown) => ({ refusal }));

export async function tokenValidator({ validator: validate }: ValidatorSdk, token: string): Promise<void> {
  tell('valid', await verdict(validate(token, ids.account, ids.authToken)));
  tell('invented', await verdict(validate('invented', ids.account, ids.authToken)));
  tell('wrong password', await verdict(validate(token, ids.account, 'wrong')));
}

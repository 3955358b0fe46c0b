import type { TwilioRequest } from '../../../kernel/calls';
import { invalidParameter } from '../../../kernel/errors';
import { ok } from '../../../kernel/rest/request';
import type { RestAnswer } from '../../../kernel/rest/request';
import { readJsonObject } from '../../../kernel/rest/body';
import type { IamAccount } from '../account';
import { validTokenAnswer } from './answers';

/** The answer that twilio-flex-token-validator reads: https://github.com/twilio/twilio-flex-token-validator */
export function validateToken(account: IamAccount, request: TwilioRequest): RestAnswer {
  const { token } = readJsonObject(request.body, 'The body');
  if (typeof token !== 'string') throw invalidParameter('token is required');
  const found = account.iam.findToken(token);
  if (!found) return ok({ valid: false, code: 20104, message: 'Access Token expired or expiration date invalid' });
  return ok(validTokenAnswer(found));
}

import { validator } from 'twilio-flex-token-validator';
import { z } from 'zod';

import { workerSid } from '../contract/sids';
import type { Caller } from '../parking/caller';
import { ParkingError, TwilioFailure } from '../parking/errors';
import type { Environment } from './runtime';

type WithTimeout = <T>(promise: Promise<T>, limitMs: number) => Promise<T>;

export interface TokenCheck {
  environment: Environment;
  timeout: WithTimeout;
}

const TOKEN_CHECK_TIMEOUT_MS = 2_500;

/** Flex tokens are JWT-like text; anything else need not be asked about. */
const tokenSchema = z.string().regex(/^[\x21-\x7e]{1,8192}$/);

/** Result of POST iam.twilio.com/v1/Accounts/{sid}/Tokens/validate, as the validator's README documents it. */
const tokenResult = z.object({
  identity: z.string().min(1),
  roles: z.array(z.string()).default([]),
  worker_sid: workerSid.optional().catch(undefined),
});

/** What the validator rejects with when it got no answer from Twilio, as opposed to a verdict on the token. */
const NO_ANSWER =
  /^(connect|socket|getaddrinfo|read |Client network|Unexpected (token|end))|ECONN|ETIMEDOUT|[Ii]nternal [Ss]erver [Ee]rror|[Ss]ervice [Uu]navailable|[Tt]oo [Mm]any/;

/** The agent who calls, as Twilio says; never as the request says. */
export async function verifyToken(token: unknown, check: TokenCheck): Promise<Caller> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) throw new ParkingError('token-invalid');
  const verdict = tokenResult.safeParse(await ask(parsed.data, check));
  if (!verdict.success) throw new ParkingError('token-invalid', { cause: verdict.error });
  const { identity, roles, worker_sid: worker } = verdict.data;
  if (!worker) throw new ParkingError('not-an-agent');
  return { workerSid: worker, identity, roles };
}

async function ask(token: string, { environment, timeout }: TokenCheck): Promise<unknown> {
  try {
    return await timeout(validator(token, environment.ACCOUNT_SID, environment.AUTH_TOKEN), TOKEN_CHECK_TIMEOUT_MS);
  } catch (reason) {
    const noAnswer = reason instanceof TwilioFailure || NO_ANSWER.test(String(reason));
    throw new ParkingError(noAnswer ? 'twilio-unavailable' : 'token-invalid', { cause: reason });
  }
}

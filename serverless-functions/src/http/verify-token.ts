import { createHash } from 'node:crypto';

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
  known: KnownTokens;
  nowMs: () => number;
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

/** How long a verdict of Twilio on a token is believed. */
const BELIEVED_FOR_MS = 60_000;
/** After a token that was refused nothing is read before the next one is verified. */
const CAREFUL_FOR_MS = 60_000;
/** More than the agents of any contact centre that one container serves in a minute. */
const MAX_KNOWN = 1_000;

/** What a container remembers of tokens. They are kept as hashes, and only those that Twilio called valid. */
export interface KnownTokens {
  callers: Map<string, { caller: Caller; untilMs: number }>;
  carefulUntilMs: number;
}

export const noKnownTokens = (): KnownTokens => ({ callers: new Map(), carefulUntilMs: 0 });

/** Who calls, and whether Twilio may be asked for anything else before that is known. */
export interface Verifying {
  caller: Promise<Caller>;
  mayReadMeanwhile: boolean;
}

/** The agent who calls, as Twilio says; never as the request says. */
export function verifyToken(token: unknown, check: TokenCheck): Verifying {
  const { known, nowMs } = check;
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) {
    const caller = Promise.reject<Caller>(new ParkingError('token-invalid'));
    return { caller: quiet(caller), mayReadMeanwhile: false };
  }
  const hash = createHash('sha256').update(parsed.data).digest('hex');
  const held = known.callers.get(hash);
  if (held && nowMs() < held.untilMs) return { caller: Promise.resolve(held.caller), mayReadMeanwhile: true };
  return {
    caller: quiet(askTwilio(parsed.data, hash, check)),
    mayReadMeanwhile: nowMs() >= known.carefulUntilMs,
  };
}

/** A use case that fails before it awaits the caller must not leave an unhandled rejection. */
function quiet(caller: Promise<Caller>): Promise<Caller> {
  caller.catch(() => undefined);
  return caller;
}

async function askTwilio(token: string, hash: string, check: TokenCheck): Promise<Caller> {
  const { known, nowMs } = check;
  try {
    const caller = callerOf(await ask(token, check));
    if (known.callers.size >= MAX_KNOWN) known.callers.clear();
    known.callers.set(hash, { caller, untilMs: nowMs() + BELIEVED_FOR_MS });
    return caller;
  } catch (error) {
    if (error instanceof ParkingError && error.code === 'token-invalid')
      known.carefulUntilMs = nowMs() + CAREFUL_FOR_MS;
    throw error;
  }
}

function callerOf(result: unknown): Caller {
  const verdict = tokenResult.safeParse(result);
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

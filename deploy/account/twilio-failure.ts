import { z } from 'zod';

import { ParkingError, TwilioFailure } from '../../serverless-functions/src/parking/errors';
import { DeployError } from '../deploy-error';

/** What the SDK throws: a RestException. */
const restException = z.object({ status: z.number() });
/** What the client of the Serverless API throws: the answer of its HTTP library, or its own error. */
const httpError = z.object({ response: z.object({ statusCode: z.number(), body: z.unknown() }) });
const apiError = z.object({ statusCode: z.number() });

/** HTTP status of a refusal, or undefined when no answer came. */
export function statusOf(error: unknown): number | undefined {
  const byResponse = httpError.safeParse(error);
  if (byResponse.success) return byResponse.data.response.statusCode;
  const byStatus = restException.safeParse(error);
  if (byStatus.success) return byStatus.data.status;
  const byCode = apiError.safeParse(error);
  return byCode.success ? byCode.data.statusCode : undefined;
}

/** Twilio's own words, where they are only in the answer's body. */
function messageOf(error: Error): string {
  const parsed = httpError.extend({ response: z.object({ body: z.object({ message: z.string() }) }) }).safeParse(error);
  return parsed.success ? parsed.data.response.body.message : error.message;
}

/** The value, or undefined where Twilio does not know the thing (404). */
export async function orMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** Errors of Node's network, such as ECONNREFUSED. */
const networkError = z.object({ code: z.string().regex(/^E[A-Z_]+$/) });

/** Says in one line what stopped a call. Whatever is no answer of Twilio, and no missing one, stays what it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DeployError) return error;
  if (error instanceof TwilioFailure || error instanceof ParkingError) {
    return new DeployError('twilio-refused', error.message, { cause: error });
  }
  const status = statusOf(error);
  if (status === 401) {
    const message =
      'Twilio refuses ACCOUNT_SID with this AUTH_TOKEN or API key. Check both in the Console; a restricted key is not enough.';
    return new DeployError('access-denied', message, { cause: error });
  }
  if (status !== undefined) {
    return new DeployError('twilio-refused', `Twilio answered ${status}: ${messageOf(error)}`, { cause: error });
  }
  if (!networkError.safeParse(error).success) return error;
  return new DeployError('twilio-unreachable', `Twilio cannot be reached: ${error.message}`, { cause: error });
}

import { z } from 'zod';

import { TwilioFailure } from '../parking/errors';

/** Errors of the SDK: RestException has `status` and Twilio's `code`; a network error has Node's string `code`. */
const restException = z.object({ status: z.number(), code: z.number().optional() });
const networkError = z.object({ code: z.string() });

/** Codes of connections that were never made, so nothing can have happened. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What an error of a Twilio call means for the parking protocol. */
export function failureOf(error: unknown): TwilioFailure {
  if (error instanceof TwilioFailure) return error;
  const answered = restException.safeParse(error);
  if (answered.success) return fromAnswer(answered.data, error);
  const network = networkError.safeParse(error);
  const kind = network.success && NOT_SENT.has(network.data.code) ? 'unavailable' : 'unknown';
  return new TwilioFailure(kind, { cause: error });
}

function fromAnswer({ status, code }: z.infer<typeof restException>, cause: unknown): TwilioFailure {
  const details = { status, ...(code !== undefined && { twilioCode: code }), cause };
  if (status === 429) return new TwilioFailure('rate-limited', details);
  // 503 says that the request was not taken; other 5xx leave open whether it was.
  if (status === 503) return new TwilioFailure('unavailable', details);
  return new TwilioFailure(status >= 500 ? 'unknown' : 'refused', details);
}

export interface Refusal {
  status?: number;
  twilioCode?: number;
}

export function isRefused(error: unknown, is: Refusal): boolean {
  if (!(error instanceof TwilioFailure) || error.kind !== 'refused') return false;
  const { status, twilioCode } = error.details;
  return (
    (is.status === undefined || is.status === status) && (is.twilioCode === undefined || is.twilioCode === twilioCode)
  );
}

/** Sync: the map has an item of this key (twilio.com/docs/api/errors/54208). */
export const ITEM_EXISTS = { twilioCode: 54208 };
/** Sync: something of this unique name exists (twilio.com/docs/api/errors/54301). */
export const NAME_TAKEN = { twilioCode: 54301 };
/** HTTP 412: If-Match does not match any more (twilio.com/docs/sync/api/document-resource). */
export const CHANGED = { status: 412 };

/** One refusal that is no failure, as undefined. */
export async function unless<T>(refusal: Refusal, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isRefused(error, refusal)) return undefined;
    throw error;
  }
}

/** "Not found" as undefined. */
export function orUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  return unless({ status: 404 }, call);
}

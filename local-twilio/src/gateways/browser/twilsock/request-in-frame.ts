import { z } from 'zod';
import type { BrowserRequest } from '../../../kernel/browser/exchange';
import type { TwilsockFrame } from './frame';
import type { TwilsockSession } from './session';

const shape = z.object({
  http_request: z.object({
    host: z.string(),
    path: z.string(),
    method: z.string(),
    params: z.record(z.coerce.string()).nullish(),
    headers: z.record(z.coerce.string()).nullish(),
  }),
});

/** The HTTP request that a `message` frame carries. Its query values are still percent-encoded. */
export function requestInFrame(
  frame: TwilsockFrame,
  session: TwilsockSession,
  desktop: string,
): BrowserRequest | undefined {
  const parsed = shape.safeParse(frame.header);
  if (!parsed.success) return undefined;
  const { host, method, path, params, headers } = parsed.data.http_request;
  const query = Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, decoded(value)]));
  const named = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  return { host, method, path, query, headers: named, body: Buffer.from(frame.payload), desktop, session };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

import { z } from 'zod';

import { ALERT_SECRET_MIN_CHARS } from './alert-post';
import { WAKE_LINK_SECRET_MIN_CHARS } from './wake-links';

/** What the Twilio Functions runtime hands to a handler (twilio.com/docs/serverless/functions-assets/handler). */
export type FunctionContext = Record<string, unknown>;

/** Parameters of the query and the form body, merged by the runtime, and the request's headers. */
export type FunctionEvent = Record<string, unknown>;

export interface FunctionResponse {
  setStatusCode(status: number): void;
  appendHeader(name: string, value: string): void;
  setBody(body: unknown): void;
}

export type Callback = (error: Error | null, response?: FunctionResponse) => void;

export type Handler = (context: FunctionContext, event: FunctionEvent, callback: Callback) => Promise<void>;

declare global {
  /** The runtime's own global. */
  var Twilio: { Response: new () => FunctionResponse };
}

const environmentSchema = z.object({
  ACCOUNT_SID: z.string().regex(/^AC[0-9a-f]{32}$/),
  AUTH_TOKEN: z.string().min(1),
  DOMAIN_NAME: z.string().min(1),
  TWILIO_FLEX_WORKSPACE_SID: z.string().regex(/^WS[0-9a-f]{32}$/),
  TWILIO_FLEX_SYNC_SID: z.string().regex(/^IS[0-9a-f]{32}$/),
  PARKING_SYNC_SID: z.string().regex(/^IS[0-9a-f]{32}$/),
  /** Signs wake links. Without a usable one there are none, and everything else works. */
  WAKE_LINK_SECRET: z.string().min(WAKE_LINK_SECRET_MIN_CHARS).optional().catch(undefined),
  /** Signs alerts. Without a usable one none is sent, and everything else works. */
  ALERT_SECRET: z.string().min(ALERT_SECRET_MIN_CHARS).optional().catch(undefined),
  /** `silent` switches the log off. */
  PARKING_LOG: z.enum(['on', 'silent']).default('on'),
});

/** The Functions' variables. */
export type Environment = z.infer<typeof environmentSchema>;

/** The variables, or the names of those that are missing or malformed. */
export function readEnvironment(
  context: FunctionContext,
): { ok: true; value: Environment } | { ok: false; names: string[] } {
  const parsed = environmentSchema.safeParse(context);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, names: parsed.error.issues.map(({ path }) => path.join('.')) };
}

import { randomBytes } from 'node:crypto';

import { createAlertPost } from './http/alert-post';
import type { Composed, Invocation } from './http/function';
import { createLog } from './http/log';
import { createWakeLinks } from './http/wake-links';
import { noKnownTokens, type KnownTokens } from './http/verify-token';
import { createAdapters, nothingRemembered, type Remembered } from './twilio/adapters';
import { Calls } from './twilio/calls';
import { clientOf } from './twilio/client';
import { systemClock } from './twilio/clock';

/** A Function is ended after 10 s (twilio.com/docs/serverless/functions-assets/faq); the rest is for the answer. */
const CALL_FOR_MS = 9_000;

/** Outlives an invocation as long as Twilio keeps the container. */
const remembered: Remembered = nothingRemembered();
const tokens: KnownTokens = noKnownTokens();

/** The composition root: the ports of the use cases on adapters to Twilio, for one invocation. */
export function compose({ context, environment, functionName, callerWaitsMs }: Invocation): Composed {
  const clock = systemClock;
  const startedAtMs = clock.nowMs();
  const calls = new Calls(clock, {
    callUntilMs: startedAtMs + CALL_FOR_MS,
    retryUntilMs: startedAtMs + Math.min(callerWaitsMs, CALL_FOR_MS),
  });
  const places = {
    workspaceSid: environment.TWILIO_FLEX_WORKSPACE_SID,
    recordsServiceSid: environment.PARKING_SYNC_SID,
    listServiceSid: environment.TWILIO_FLEX_SYNC_SID,
    functionsDomain: environment.DOMAIN_NAME,
  };
  const fields = { correlationId: newId(), function: functionName };
  const log = createLog({ fields, mode: environment.PARKING_LOG, nowMs: clock.nowMs });
  const ports = {
    ...createAdapters({ client: clientOf(context, calls), calls, clock, log, places, remembered }),
    wakeLinks: createWakeLinks(environment.WAKE_LINK_SECRET),
    alertPost: createAlertPost({ secret: environment.ALERT_SECRET, nowMs: clock.nowMs, fetch: globalThis.fetch }),
    clock,
    newId,
    log,
  };
  return { ports, tokens, allWritesEnded: () => calls.allWritesEnded() };
}

function newId(): string {
  return randomBytes(8).toString('hex');
}

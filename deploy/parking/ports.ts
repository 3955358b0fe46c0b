import { randomBytes } from 'node:crypto';

import { createAlertPost } from '../../serverless-functions/src/http/alert-post';
import { createWakeLinks } from '../../serverless-functions/src/http/wake-links';
import type { Ports } from '../../serverless-functions/src/parking/ports';
import { createAdapters, nothingRemembered } from '../../serverless-functions/src/twilio/adapters';
import { Calls } from '../../serverless-functions/src/twilio/calls';
import { systemClock } from '../../serverless-functions/src/twilio/clock';
import type { Account } from '../account/account';
import type { AccountState } from '../state';
import { RECORDS_VARIABLE } from '../steps/records-service';
import { usableSecret } from '../steps/secrets';

/** A command waits longer than a webhook's sender does. */
const CALL_FOR_MS = 60_000;

/** The product's own adapters, on an account that it is deployed to; undefined where it is not. New ones per operation. */
export function parkingPorts({ client }: Account, state: AccountState): Ports | undefined {
  const environment = state.functions?.environment;
  const recordsServiceSid = environment?.variables[RECORDS_VARIABLE];
  if (!environment || !recordsServiceSid) return undefined;
  const { workspaceSid, flexSyncSid: listServiceSid } = state;
  const places = { workspaceSid, recordsServiceSid, listServiceSid, functionsDomain: environment.domainName };
  const clock = systemClock;
  const untilMs = clock.nowMs() + CALL_FOR_MS;
  const log = () => undefined;
  const calls = new Calls(clock, { callUntilMs: untilMs, retryUntilMs: untilMs });
  return {
    ...createAdapters({
      client,
      calls,
      clock,
      log,
      places,
      remembered: nothingRemembered(),
    }),
    clock,
    // Only the Functions know the secret of the links.
    wakeLinks: createWakeLinks(undefined),
    alertPost: createAlertPost({
      secret: usableSecret(state, 'ALERT_SECRET'),
      nowMs: clock.nowMs,
      fetch: globalThis.fetch,
    }),
    newId: () => randomBytes(8).toString('hex'),
    log,
  };
}

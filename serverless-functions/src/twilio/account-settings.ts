import type { Twilio } from 'twilio';
import { z } from 'zod';

import {
  differingNames,
  planSettings,
  settingsOnPage,
  writtenSettings,
} from '../../../flex-config/schema/account-settings';
import { parseJsonObject, printJson } from '../parking/domain/lossless-json';
import { ParkingError } from '../parking/errors';
import type { AccountSettings, SettingsThen } from '../parking/ports';
import { createAlone } from './alone';
import type { Calls } from './calls';

const URI = 'https://flex-api.twilio.com/v1/Configuration';

const configuration = z.object({ account_sid: z.string(), ui_attributes: z.record(z.unknown()).nullish() });

/** What the SDK's client gives to requests that are not in it. */
const response = z.object({ statusCode: z.number(), body: z.string() });

interface Options {
  /** The Sync service of the records, for the lock. */
  serviceSid: string;
  nowMs: () => number;
}

/**
 * The Flex Configuration API takes JSON with the account's SID and replaces each top-level field whole, so all of
 * `ui_attributes` is written, with everybody else's settings as they were read a call before. It takes no condition.
 * Source: twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 */
export function createAccountSettings(client: Twilio, calls: Calls, { nowMs, serviceSid }: Options): AccountSettings {
  async function write(accountSid: string, uiAttributes: object): Promise<void> {
    const data = { account_sid: accountSid, ui_attributes: uiAttributes };
    const headers = { 'Content-Type': 'application/json' };
    await calls.nonIdempotentWrite(async () =>
      answered(await client.request({ method: 'post', uri: URI, headers, data })),
    );
  }

  async function read(): Promise<SettingsThen> {
    keepDigits(client);
    const answer = await calls.read(async () => answered(await client.request({ method: 'get', uri: URI })));
    const { account_sid: accountSid, ui_attributes: held } = configuration.parse(answer);
    const uiAttributes = held ?? {};
    const written = writtenSettings(uiAttributes);
    if (!written) throw new ParkingError('configuration-unavailable');
    return {
      ...shown(written),
      differsFrom: (seen) => differingNames(written, parseJsonObject(seen) ?? {}),
      plan(change) {
        const planned = planSettings(uiAttributes, change);
        return {
          changes: planned.changes,
          problems: planned.problems,
          after: shown(writtenSettings(planned.uiAttributes) ?? {}),
          save: () => write(accountSid, planned.uiAttributes),
        };
      },
    };
  }

  return { read, alone: createAlone(client.sync.v1.services(serviceSid).documents, calls, nowMs) };
}

const shown = (written: Record<string, unknown>) => ({ settings: settingsOnPage(written), seen: printJson(written) });

/**
 * The SDK's HTTP client would parse answers with JavaScript's numbers, and ids of Meta's pages would lose digits when
 * they are written back. Everywhere else the SDK takes text, too, and parses it by itself.
 */
function keepDigits({ httpClient }: Twilio): void {
  if (!httpClient) return;
  const { defaults } = httpClient.axios;
  defaults.transformResponse = [(text: unknown) => text];
  defaults.transformRequest = [(data: unknown) => (typeof data === 'object' ? printJson(data) : data)];
}

/** The body of an answer that is no refusal. Throws what the SDK throws, for `failureOf`. */
function answered(given: unknown): Record<string, unknown> {
  const { body, statusCode: status } = response.parse(given);
  const parsed = parseJsonObject(body) ?? {};
  if (status < 300) return parsed;
  throw Object.assign(new Error(`HTTP ${status}`), { status, code: parsed.code });
}

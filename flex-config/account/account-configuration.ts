import { z } from 'zod';

import { parseJsonObject } from '../../serverless-functions/src/parking/domain/lossless-json';
import { ConfigError } from '../config-error';
import type { JsonObject } from '../merge';

/** The Flex Configuration of one account, as far as it is ours to see. */
export interface AccountConfiguration {
  read(): Promise<AccountSnapshot>;
  /** Replaces `ui_attributes` of that account; everything else in the configuration stays. */
  write(snapshot: AccountSnapshot): Promise<void>;
}

export interface AccountSnapshot {
  accountSid: string;
  uiAttributes: JsonObject;
}

/** The one method that is used of the SDK's client, as `openClient` makes it: elsewhere long numbers lose digits. */
export interface TwilioRequests {
  request(options: {
    method: 'get' | 'post';
    uri: string;
    headers?: Record<string, string>;
    data?: object;
  }): Promise<unknown>;
}

const URI = 'https://flex-api.twilio.com/v1/Configuration';

const answer = z.object({
  statusCode: z.number(),
  body: z.string().transform((text) => parseJsonObject(text) ?? {}),
});

const configuration = z.object({
  account_sid: z.string(),
  ui_attributes: z
    .record(z.unknown())
    .nullish()
    .transform((held) => held ?? {}),
});

/**
 * Flex Configuration API. The update takes JSON, is not in the SDK, and replaces each top-level field that it is given.
 * Source: twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 */
export function createAccountConfiguration(client: TwilioRequests): AccountConfiguration {
  return {
    async read() {
      const body = await request(client, { method: 'get', uri: URI });
      const { account_sid, ui_attributes } = configuration.parse(body);
      return { accountSid: account_sid, uiAttributes: ui_attributes };
    },
    async write({ accountSid, uiAttributes }) {
      await request(client, {
        method: 'post',
        uri: URI,
        headers: { 'Content-Type': 'application/json' },
        data: { account_sid: accountSid, ui_attributes: uiAttributes },
      });
    },
  };
}

async function request(
  client: TwilioRequests,
  options: Parameters<TwilioRequests['request']>[0],
): Promise<Record<string, unknown>> {
  const { statusCode, body } = answer.parse(await sent(client, options));
  if (statusCode < 300) return body;
  if (statusCode === 401 || statusCode === 403) {
    throw new ConfigError(
      'access-denied',
      'Twilio refuses ACCOUNT_SID with this AUTH_TOKEN or API key. Check both in the Console; a restricted key is not enough.',
    );
  }
  const reason = typeof body.message === 'string' ? body.message : 'without a reason';
  throw new ConfigError('account-unreachable', `Twilio answered ${statusCode} for ${options.uri}: ${reason}`);
}

async function sent(client: TwilioRequests, options: Parameters<TwilioRequests['request']>[0]): Promise<unknown> {
  try {
    return await client.request(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError('account-unreachable', `${new URL(options.uri).host} cannot be reached: ${reason}`, {
      cause,
    });
  }
}

// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- the one place of flex-config that opens an account
import twilio, { RequestClient } from 'twilio';

import { printJson } from '../../serverless-functions/src/parking/domain/lossless-json';
import { createAccountConfiguration } from './account-configuration';
import type { AccountConfiguration } from './account-configuration';
import { ConfigError } from '../config-error';
import { loginOf, refusalOf, type Credentials } from './variables';

/** The configuration of the account that the credentials name, and of no other. Nothing is sent yet. */
export function connectConfiguration(credentials: Credentials): AccountConfiguration {
  const configuration = createAccountConfiguration(openClient(credentials));
  return {
    ...configuration,
    async read() {
      const snapshot = await configuration.read();
      const refusal = refusalOf(snapshot.accountSid, credentials);
      if (refusal !== undefined) throw new ConfigError('access-denied', refusal);
      return snapshot;
    },
  };
}

/**
 * The SDK on HTTP that gives it each answer as text. The SDK parses that itself; requests of our own get the text, and
 * the JSON that they send is written with all its digits.
 */
export function openClient(credentials: Credentials): twilio.Twilio {
  const httpClient = new RequestClient();
  const { defaults } = httpClient.axios;
  defaults.transformResponse = [(text: unknown) => text];
  defaults.transformRequest = [(data: unknown) => (typeof data === 'object' ? printJson(data) : data)];
  const { username, password } = loginOf(credentials);
  return twilio(username, password, { httpClient, accountSid: credentials.accountSid });
}

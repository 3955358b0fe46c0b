// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- the one place of flex-config that opens an account
import twilio from 'twilio';

import { createAccountConfiguration } from './account-configuration';
import type { AccountConfiguration } from './account-configuration';
import type { Credentials } from './variables';

/** The configuration of the account that the credentials are of. Nothing is sent yet. */
export function connectConfiguration({ accountSid, authToken }: Credentials): AccountConfiguration {
  return createAccountConfiguration(twilio(accountSid, authToken));
}

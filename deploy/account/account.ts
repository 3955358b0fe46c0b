import type { Twilio } from 'twilio';

import { openClient } from '../../flex-config/account/connect';
import type { Credentials } from '../../flex-config/account/variables';

/** One Twilio account that commands work on. */
export type Account = Credentials & { client: Twilio };

/** Nothing is sent yet. */
export function openAccount(credentials: Credentials): Account {
  return { ...credentials, client: openClient(credentials) };
}

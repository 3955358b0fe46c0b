import { rfc2822 } from '../../../kernel/rest/times';
import type { AccountsAccount } from '../account';
import type { ApiKey } from '../entities';

/** https://www.twilio.com/docs/iam/api/account */
export function accountAnswer({ accountSid: sid, authToken, accounts }: AccountsAccount): object {
  const { friendlyName, createdAtMs, updatedAtMs } = accounts.state();
  return {
    sid,
    // Who has no parent is their own owner.
    owner_account_sid: sid,
    auth_token: authToken,
    friendly_name: friendlyName,
    status: 'active',
    type: 'Full',
    date_created: rfc2822(createdAtMs),
    date_updated: rfc2822(updatedAtMs),
    // None of them is served.
    subresource_uris: {},
    uri: `/2010-04-01/Accounts/${sid}.json`,
  };
}

export const keyAnswer = ({ sid, friendlyName, createdAtMs, updatedAtMs }: ApiKey) => ({
  sid,
  friendly_name: friendlyName,
  date_created: rfc2822(createdAtMs),
  date_updated: rfc2822(updatedAtMs),
});

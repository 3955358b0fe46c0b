import { notFound, TwilioError } from '../../../kernel/errors';
import { ok, param, text, type RequestTo } from '../../../kernel/rest/request';
import type { AccountsAccount, Handlers } from '../account';

/** As this product has it: `Thu, 26 Nov 2026 22:00:00 +0000`. */
const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** https://www.twilio.com/docs/iam/api/account */
function answer({ account }: RequestTo<AccountsAccount>): object {
  const { accountSid: sid, authToken } = account;
  const { friendlyName, createdAtMs, updatedAtMs } = account.accounts.state();
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

function assertOwn(request: RequestTo<AccountsAccount>): void {
  const sid = param(request, 'Sid');
  if (sid !== request.account.accountSid) throw notFound(`/2010-04-01/Accounts/${sid}.json`);
}

export const accountsRest: Handlers = {
  FetchAccount: (request) => {
    assertOwn(request);
    return ok(answer(request));
  },
  UpdateAccount: (request) => {
    assertOwn(request);
    if (text(request, 'Status') !== undefined)
      throw new TwilioError(501, 20501, 'UpdateAccount: Status is not emulated');
    const friendlyName = text(request, 'FriendlyName');
    if (friendlyName !== undefined) request.account.accounts.rename(friendlyName);
    return ok(answer(request));
  },
};

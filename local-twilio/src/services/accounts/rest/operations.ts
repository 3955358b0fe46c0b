import { notFound } from '../../../kernel/errors';
import { ok, param, text, type RequestTo } from '../../../kernel/rest/request';
import { reading } from '../../../kernel/rest/reads';
import type { AccountsAccount, Handlers } from '../account';
import { accountAnswer } from './answers';
import { keysOf2010 } from './keys';

function assertOwn(request: RequestTo<AccountsAccount>): void {
  const sid = param(request, 'Sid');
  if (sid !== request.account.accountSid) throw notFound(`/2010-04-01/Accounts/${sid}.json`);
}

export const accountsRest: Handlers = {
  ...keysOf2010,
  FetchAccount: (request) => {
    assertOwn(request);
    return ok(accountAnswer(request.account));
  },
  UpdateAccount: reading(['FriendlyName'], (request) => {
    assertOwn(request);
    const friendlyName = text(request, 'FriendlyName');
    if (friendlyName !== undefined) request.account.accounts.rename(friendlyName);
    return ok(accountAnswer(request.account));
  }),
};

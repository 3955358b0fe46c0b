import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { pageOf2010 } from '../../../kernel/rest/pages-of-2010';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, queryText, text, type RequestTo } from '../../../kernel/rest/request';
import type { AccountsAccount, Handlers } from '../account';
import { keyAnswer } from './answers';

type Request = RequestTo<AccountsAccount>;

function assertOwn({ account }: Request, sid: string | undefined): void {
  if (sid !== undefined && sid !== account.accountSid) throw notFound(`/2010-04-01/Accounts/${sid}`);
}

const nameOf = (request: Request): string => text(request, 'FriendlyName') ?? '';

interface Resource {
  /** What the newer resource has beside. */
  readonly extra: object;
  readonly accountOf: (request: Request) => string | undefined;
  readonly list: typeof page;
}

const operations = ({ extra, accountOf, list }: Resource) => ({
  list: (request: Request) => {
    assertOwn(request, accountOf(request));
    return list(request, 'keys', request.account.accounts.keys().map(keyAnswer));
  },
  create: (request: Request) => {
    assertOwn(request, accountOf(request));
    const key = request.account.accounts.createKey(nameOf(request));
    return created({ ...keyAnswer(key), ...extra, secret: key.secret });
  },
  fetch: (request: Request) => {
    assertOwn(request, accountOf(request));
    return ok({ ...keyAnswer(request.account.accounts.key(param(request, 'Sid'))), ...extra });
  },
  update: (request: Request) => {
    assertOwn(request, accountOf(request));
    const renamed = request.account.accounts.renameKey(param(request, 'Sid'), nameOf(request));
    return ok({ ...keyAnswer(renamed), ...extra });
  },
  remove: (request: Request) => {
    assertOwn(request, accountOf(request));
    request.account.accounts.removeKey(param(request, 'Sid'));
    return noContent();
  },
});

const older = operations({ extra: {}, accountOf: ({ params }) => params.AccountSid, list: pageOf2010 });

/** https://www.twilio.com/docs/iam/api-keys/key-resource-v2010 */
export const keysOf2010: Handlers = {
  ListKey: reading([], older.list),
  CreateNewKey: reading(['FriendlyName'], older.create),
  FetchKey: older.fetch,
  UpdateKey: reading(['FriendlyName'], older.update),
  DeleteKey: older.remove,
};

const newer = operations({
  extra: { policy: null },
  accountOf: (request) => text(request, 'AccountSid') ?? queryText(request, 'AccountSid'),
  list: page,
});

/** https://www.twilio.com/docs/iam/api-keys/key-resource-v1, without restricted keys. */
export const keysOfIam: Handlers = {
  ListGetKeys: reading(['AccountSid'], newer.list),
  CreateNewKey: reading(['AccountSid', 'FriendlyName'], newer.create),
  FetchKey: reading([], newer.fetch),
  UpdateKey: reading(['FriendlyName'], newer.update),
  DeleteKey: reading([], newer.remove),
};

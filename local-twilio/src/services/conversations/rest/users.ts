import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { originOf, WEBHOOK_HEADER } from './request';
import { configurationAnswer, serviceAnswer, userAnswer } from './user-answers';

/** By SID or identity. */
export const userNamed = (request: Request, parameter: string) => {
  const name = param(request, parameter);
  const user = request.account.conversations.users().find(({ sid, identity }) => sid === name || identity === name);
  if (!user) throw notFound(`/Users/${name}`);
  return user;
};

const CHANGES = ['FriendlyName', 'Attributes', 'RoleSid'];

const changesOf = (request: Request) => ({
  friendlyName: text(request, 'FriendlyName'),
  attributes: text(request, 'Attributes'),
  roleSid: text(request, 'RoleSid'),
});

/** https://www.twilio.com/docs/conversations/api/user-resource */
export const users = {
  List: (request) =>
    page(
      request,
      'users',
      request.account.conversations.users().map((user) => userAnswer(request.account.accountSid, user)),
    ),
  Fetch: (request) => ok(userAnswer(request.account.accountSid, userNamed(request, 'Sid'))),
  Create: reading(['Identity', ...CHANGES, WEBHOOK_HEADER], (request) => {
    const identity = text(request, 'Identity') ?? '';
    if (identity === '') throw invalidParameter('Identity is missing');
    const user = request.account.conversations.createUser(identity, changesOf(request), originOf(request));
    return created(userAnswer(request.account.accountSid, user));
  }),
  Update: reading([...CHANGES, WEBHOOK_HEADER], async (request) => {
    const user = await request.account.conversations.asking.updateUser(
      userNamed(request, 'Sid').identity,
      changesOf(request),
      originOf(request),
    );
    return ok(userAnswer(request.account.accountSid, user));
  }),
  Delete: reading([WEBHOOK_HEADER], (request) => {
    request.account.conversations.removeUser(userNamed(request, 'Sid').identity, originOf(request));
    return noContent();
  }),
} satisfies Handlers;

export const services: Handlers = {
  ListService: (request) =>
    page(
      request,
      'services',
      [request.account.conversations.service].map((service) => serviceAnswer(request.account.accountSid, service)),
    ),
  FetchService: (request) => {
    const { service } = request.account.conversations;
    if (param(request, 'Sid') !== service.sid) throw notFound(`/Services/${param(request, 'Sid')}`);
    return ok(serviceAnswer(request.account.accountSid, service));
  },
  FetchConfiguration: ({ account: { accountSid, conversations } }) =>
    ok(configurationAnswer(accountSid, conversations.service)),
};

import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { originOf, WEBHOOK_HEADER } from './request';
import { serviceWire, userWire } from './user-answers';

/** By SID or identity. */
export const userNamed = (request: Request, parameter: string) => {
  const name = param(request, parameter);
  const user = request.account.conversations.users().find(({ sid, identity }) => sid === name || identity === name);
  if (!user) throw notFound(`/Users/${name}`);
  return user;
};

export const users = {
  List: (request) =>
    page(
      request,
      'users',
      request.account.conversations.users().map((user) => userWire(request.account.accountSid, user)),
    ),
  Fetch: (request) => ok(userWire(request.account.accountSid, userNamed(request, 'Sid'))),
  Update: reading(['FriendlyName', 'Attributes', WEBHOOK_HEADER], (request) => {
    const changes = { friendlyName: text(request, 'FriendlyName'), attributes: text(request, 'Attributes') };
    const user = request.account.conversations.updateUser(
      userNamed(request, 'Sid').identity,
      changes,
      originOf(request),
    );
    return ok(userWire(request.account.accountSid, user));
  }),
} satisfies Handlers;

export const services: Handlers = {
  ListService: (request) =>
    page(
      request,
      'services',
      [request.account.conversations.service].map((service) => serviceWire(request.account.accountSid, service)),
    ),
  FetchService: (request) => {
    const { service } = request.account.conversations;
    if (param(request, 'Sid') !== service.sid) throw notFound(`/Services/${param(request, 'Sid')}`);
    return ok(serviceWire(request.account.accountSid, service));
  },
};

import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { ok, param, text } from '../../../kernel/rest/request';
import type { RestHandlers, RestRequest } from '../../../kernel/rest/request';
import { serviceWire, userWire } from './user-answers';

/** By SID or identity. */
export const userNamed = (request: RestRequest, parameter: string) => {
  const name = param(request, parameter);
  const user = request.world.conversations.users().find(({ sid, identity }) => sid === name || identity === name);
  if (!user) throw notFound(`/Users/${name}`);
  return user;
};

export const users = {
  List: (request) =>
    page(
      request,
      'users',
      request.world.conversations.users().map((user) => userWire(request.world.accountSid, user)),
    ),
  Fetch: (request) => ok(userWire(request.world.accountSid, userNamed(request, 'Sid'))),
  Update: (request) => {
    const changes = { friendlyName: text(request, 'FriendlyName'), attributes: text(request, 'Attributes') };
    const user = request.world.conversations.updateUser(userNamed(request, 'Sid').identity, changes);
    return ok(userWire(request.world.accountSid, user));
  },
} satisfies RestHandlers;

export const services: RestHandlers = {
  ListService: (request) =>
    page(
      request,
      'services',
      [request.world.conversations.service].map((service) => serviceWire(request.world.accountSid, service)),
    ),
  FetchService: (request) => {
    const { service } = request.world.conversations;
    if (param(request, 'Sid') !== service.sid) throw notFound(`/Services/${param(request, 'Sid')}`);
    return ok(serviceWire(request.world.accountSid, service));
  },
};

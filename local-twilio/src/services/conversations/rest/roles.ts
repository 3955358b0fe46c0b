import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, text, textList } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { roleAnswer } from './configuration-answers';

export const roles = {
  List: (request) =>
    page(
      request,
      'roles',
      request.account.conversations.roles().map((role) => roleAnswer(request.account, role)),
    ),
  Create: reading(['FriendlyName', 'Type', 'Permission'], (request) => {
    const role = request.account.conversations.createRole({
      type: text(request, 'Type') === 'service' ? 'service' : 'conversation',
      friendlyName: text(request, 'FriendlyName') ?? '',
      permissions: textList(request, 'Permission') ?? [],
    });
    return created(roleAnswer(request.account, role));
  }),
  Fetch: (request) => ok(roleAnswer(request.account, request.account.conversations.role(param(request, 'Sid')))),
  Update: reading(['Permission'], (request) => {
    const { conversations: rules } = request.account;
    return ok(
      roleAnswer(request.account, rules.setPermissions(param(request, 'Sid'), textList(request, 'Permission') ?? [])),
    );
  }),
  Delete: (request) => {
    request.account.conversations.removeRole(param(request, 'Sid'));
    return noContent();
  },
} satisfies Handlers;

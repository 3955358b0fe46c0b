import { TwilioError } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, text, textList } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { ScopedWebhook } from '../entities';
import { conversationOf, wire } from './request';
import { getWebhook } from '../rules/scoped-webhooks';

const SETTINGS = [
  'Configuration.Url',
  'Configuration.Method',
  'Configuration.Filters',
  'Configuration.Triggers',
  'Configuration.FlowSid',
];

const settings = (request: Request) => ({
  url: text(request, 'Configuration.Url'),
  method: text(request, 'Configuration.Method'),
  filters: textList(request, 'Configuration.Filters'),
  triggers: textList(request, 'Configuration.Triggers'),
  flowSid: text(request, 'Configuration.FlowSid'),
  replayAfter: integer(request, 'Configuration.ReplayAfter'),
});

/** https://www.twilio.com/docs/api/errors/50368 and 50364 */
function readTarget(request: Request): ScopedWebhook['target'] {
  const target = text(request, 'Target');
  if (target === 'webhook' || target === 'trigger' || target === 'studio') return target;
  if (!target) throw new TwilioError(400, 50368, 'Target is required');
  throw new TwilioError(400, 50364, `Unknown target ${target}`);
}

export const webhooks = {
  List: (request) =>
    page(request, 'webhooks', [...conversationOf(request).webhooks.values()].map(wire(request).webhook)),
  Create: reading(['Target', ...SETTINGS, 'Configuration.ReplayAfter'], (request) => {
    const input = { target: readTarget(request), ...settings(request) };
    return created(wire(request).webhook(request.account.conversations.addWebhook(conversationOf(request).sid, input)));
  }),
  Fetch: (request) => ok(wire(request).webhook(getWebhook(conversationOf(request), param(request, 'Sid')))),
  Update: reading(SETTINGS, (request) => {
    const { conversations: rules } = request.account;
    const changed = rules.updateWebhook(conversationOf(request).sid, param(request, 'Sid'), settings(request));
    return ok(wire(request).webhook(changed));
  }),
  Delete: (request) => {
    request.account.conversations.removeWebhook(conversationOf(request).sid, param(request, 'Sid'));
    return noContent();
  },
} satisfies Handlers;

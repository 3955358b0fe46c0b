import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, queryText, text, wantsWebhooks } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { getMessage } from '../rules/messages';
import { conversationOf, originOf, WEBHOOK_HEADER, wire } from './request';

export const messages = {
  List: reading(['Order'], (request) => {
    const { messages: all } = conversationOf(request);
    const ordered = queryText(request, 'Order') === 'desc' ? all.toReversed() : all;
    return page(request, 'messages', ordered.map(wire(request).message));
  }),
  Create: reading(['Author', 'Body', 'Attributes', WEBHOOK_HEADER], async (request) =>
    created(
      wire(request).message(
        await request.account.conversations.asking.addMessage(conversationOf(request).sid, {
          author: text(request, 'Author'),
          body: text(request, 'Body'),
          attributes: text(request, 'Attributes'),
          source: 'API',
          webhooks: wantsWebhooks(request),
        }),
      ),
    ),
  ),
  Fetch: (request) => ok(wire(request).message(getMessage(conversationOf(request), param(request, 'Sid')))),
  Update: reading(['Author', 'Body', 'Attributes', WEBHOOK_HEADER], async (request) =>
    ok(
      wire(request).message(
        await request.account.conversations.asking.updateMessage(conversationOf(request).sid, param(request, 'Sid'), {
          author: text(request, 'Author'),
          body: text(request, 'Body'),
          attributes: text(request, 'Attributes'),
          by: originOf(request),
        }),
      ),
    ),
  ),
  Delete: reading([WEBHOOK_HEADER], async (request) => {
    const { conversations: rules } = request.account;
    await rules.asking.removeMessage(conversationOf(request).sid, param(request, 'Sid'), originOf(request));
    return noContent();
  }),
} satisfies Handlers;

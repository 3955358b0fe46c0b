import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, queryText, text, wantsWebhooks } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { getMessage } from '../rules/messages';
import { conversationOf, moment, originOf, WEBHOOK_HEADER, wire } from './request';

const WRITTEN = ['Author', 'Body', 'Attributes', 'DateCreated', 'DateUpdated', WEBHOOK_HEADER];

const written = (request: Request) => ({
  author: text(request, 'Author'),
  body: text(request, 'Body'),
  attributes: text(request, 'Attributes'),
  createdAtMs: moment(request, 'DateCreated'),
  updatedAtMs: moment(request, 'DateUpdated'),
});

function mediaOf(request: Request) {
  const sid = text(request, 'MediaSid');
  return sid === undefined ? [] : [request.account.conversations.mediaToSend(sid)];
}

/** https://www.twilio.com/docs/conversations/api/conversation-message-resource */
export const messages = {
  List: reading(['Order'], (request) => {
    const { messages: all } = conversationOf(request);
    const ordered = queryText(request, 'Order') === 'desc' ? all.toReversed() : all;
    return page(request, 'messages', ordered.map(wire(request).message));
  }),
  Create: reading([...WRITTEN, 'MediaSid'], async (request) =>
    created(
      wire(request).message(
        await request.account.conversations.asking.addMessage(conversationOf(request).sid, {
          ...written(request),
          media: mediaOf(request),
          source: 'API',
          webhooks: wantsWebhooks(request),
        }),
      ),
    ),
  ),
  Fetch: (request) => ok(wire(request).message(getMessage(conversationOf(request), param(request, 'Sid')))),
  Update: reading(WRITTEN, async (request) =>
    ok(
      wire(request).message(
        await request.account.conversations.asking.updateMessage(conversationOf(request).sid, param(request, 'Sid'), {
          ...written(request),
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

import { notFound } from '../../../kernel/errors';
import type { Permission } from '../configuration-commands';
import type { Conversation, Origin } from '../entities';
import { getMessage } from '../rules/messages';
import { enforceClientRate, type ClientWrite } from '../rest/rates';
import type { FlexToken } from '../../iam/entities';
import type { ConversationsAccount } from '../account';
import {
  created,
  fieldsOf,
  numberField,
  ok,
  textField,
  type AgentExchange,
  type BrowserAnswer,
} from '../../../kernel/browser/exchange';
import { forAgent, type BrowserRoute } from '../../../kernel/browser/router';
import {
  clientConfiguration,
  conversationAnswer,
  messageAnswer,
  participantAnswer,
  receiptAnswer,
  userAnswer,
} from './answers';
import type { MediaStore } from './media';
import { participantOf } from './projection';
import { maySee } from './source';

const HOST = 'aim.';
const SERVICE = '/Client/v2/Services/:service';
const NO_MORE = { next_token: null, previous_token: null };

/** What the Conversations SDK asks besides Sync: the `aim` host. */
export function conversationRoutes(account: ConversationsAccount, media: MediaStore): readonly BrowserRoute[] {
  const visible = (viewer: FlexToken, sid: string): Conversation => {
    const conversation = account.conversations.get(sid);
    if (!maySee(viewer, conversation)) throw notFound(`/Conversations/${sid}`);
    return conversation;
  };
  const parts: Parts = {
    account,
    media,
    visible,
    ofPath: ({ viewer, params }) => visible(viewer, params['conversation'] ?? ''),
    toWrite({ viewer, params }, write) {
      const conversation = visible(viewer, params['conversation'] ?? '');
      enforceClientRate(account, conversation.sid, write);
      return conversation;
    },
    wire: ({ identity }, conversation) =>
      conversationAnswer(conversation, participantOf(conversation, identity), account.conversations.user(identity)),
  };
  return [...userRoutes(parts), ...ownRoutes(parts), ...messageRoutes(parts)];
}

interface Parts {
  readonly account: ConversationsAccount;
  readonly media: MediaStore;
  readonly visible: (viewer: FlexToken, sid: string) => Conversation;
  readonly ofPath: (exchange: AgentExchange) => Conversation;
  /** The same, counted to the rates. */
  readonly toWrite: (exchange: AgentExchange, write: ClientWrite) => Conversation;
  readonly wire: (viewer: FlexToken, conversation: Conversation) => Record<string, unknown>;
}

function userRoutes({ account, ofPath, toWrite, wire }: Parts): readonly BrowserRoute[] {
  return [
    forAgent(['GET', HOST, '/Client/v2/Configuration'], ({ viewer }) =>
      ok(clientConfiguration(account, account.conversations.user(viewer.identity))),
    ),
    forAgent(['GET', HOST, `${SERVICE}/Users/:user/Conversations`], ({ viewer }) =>
      ok({
        conversations: account.conversations.ofIdentity(viewer.identity).map((one) => wire(viewer, one)),
        meta: NO_MORE,
      }),
    ),
    forAgent(['GET', HOST, `${SERVICE}/Users/:user/Conversations/:conversation`], (exchange) =>
      ok({ ...wire(exchange.viewer, ofPath(exchange)), unread_messages_count: 0 }),
    ),
    forAgent(['POST', HOST, `${SERVICE}/Users/:user/Conversations/:conversation`], (exchange) => {
      const conversation = toWrite(exchange, 'read-mark');
      const fields = fieldsOf(exchange.request);
      if ('last_read_message_index' in fields)
        account.conversations.markRead(
          conversation.sid,
          exchange.viewer.identity,
          numberField(fields['last_read_message_index']) ?? null,
        );
      return ok({ ...wire(exchange.viewer, conversation), unread_messages_count: 0 });
    }),
    forAgent(['GET', HOST, `${SERVICE}/Users/:user`], ({ params }) => ok(userAnswer(account, params['user'] ?? ''))),
    forAgent(['POST', HOST, `${SERVICE}/Users/:user`], async ({ params, request, viewer }) => {
      const fields = fieldsOf(request);
      const friendlyName = textField(fields['friendly_name']);
      const attributes = textField(fields['attributes']);
      const identity = params['user'] ?? '';
      const permission = identity === viewer.identity ? 'editOwnUserInfo' : 'editAnyUserInfo';
      account.conversations.checkMay(viewer.identity, permission);
      await account.conversations.asking.updateUser(
        identity,
        {
          ...(friendlyName === undefined ? {} : { friendlyName }),
          ...(attributes === undefined ? {} : { attributes }),
        },
        bySdk(viewer),
      );
      return ok(userAnswer(account, identity));
    }),
  ];
}

/** What a browser does fires webhooks: https://www.twilio.com/docs/conversations/conversations-webhooks */
const bySdk = ({ identity }: { readonly identity: string }): Origin => ({ source: 'SDK', webhooks: true, identity });

function ownRoutes({ account, media, ofPath, toWrite, wire }: Parts): readonly BrowserRoute[] {
  const may = ({ viewer }: AgentExchange, permission: Permission, sid: string): void =>
    account.conversations.checkMay(viewer.identity, permission, sid);
  return [
    forAgent(['GET', HOST, `${SERVICE}/Conversations/:conversation`], (exchange) =>
      ok(wire(exchange.viewer, ofPath(exchange))),
    ),
    forAgent(['POST', HOST, `${SERVICE}/Conversations/:conversation`], async (exchange) => {
      const fields = fieldsOf(exchange.request);
      const attributes = textField(fields['attributes']);
      const friendlyName = textField(fields['friendly_name']);
      const { sid } = toWrite(exchange, 'conversation');
      if (attributes !== undefined) may(exchange, 'editConversationAttributes', sid);
      if (friendlyName !== undefined) may(exchange, 'editConversationName', sid);
      const conversation = await account.conversations.asking.update(
        sid,
        {
          ...(attributes === undefined ? {} : { attributes }),
          ...(friendlyName === undefined ? {} : { friendlyName }),
        },
        bySdk(exchange.viewer),
      );
      return ok(wire(exchange.viewer, conversation));
    }),
    forAgent(['POST', HOST, `${SERVICE}/Conversations/:conversation/Messages`], (exchange) =>
      writeMessage({ account, media, conversation: toWrite(exchange, 'message') }, exchange),
    ),
    forAgent(['POST', HOST, `${SERVICE}/Conversations/:conversation/Participants`], async (exchange) => {
      const identity = textField(fieldsOf(exchange.request)['identity']);
      const { sid } = toWrite(exchange, 'participant');
      may(exchange, 'addParticipant', sid);
      const participant = await account.conversations.asking.addParticipant(
        sid,
        identity ? { identity } : {},
        bySdk(exchange.viewer),
      );
      return created(participantAnswer(participant));
    }),
  ];
}

function messageRoutes({ account, visible, ofPath }: Parts): readonly BrowserRoute[] {
  return [
    forAgent(['GET', HOST, `${SERVICE}/Conversations/:conversation/MessageRecipients`], () =>
      ok({ message_recipients: [], meta: NO_MORE }),
    ),
    forAgent(['GET', HOST, `${SERVICE}/Conversations/:conversation/Messages/:message/Receipts`], (exchange) => {
      const message = getMessage(ofPath(exchange), exchange.params['message'] ?? '');
      return ok({ delivery_receipts: message.receipts.map((one) => receiptAnswer(message, one)), meta: NO_MORE });
    }),
    forAgent(['GET', HOST, `${SERVICE}/Conversations/:conversation/Messages/:message/ChannelMetadata`], () => ({
      status: 404,
      body: { status: 404, code: 50530, message: 'Channel metadata not found' },
    })),
    forAgent(['GET', HOST, '/Client/v2/ContentTemplates'], () => ok({ templates: [], meta: NO_MORE })),
    forAgent(['POST', HOST, '/v1/typing'], (exchange) => {
      const sid = textField(fieldsOf(exchange.request)['ChannelSid']) ?? '';
      const conversation = visible(exchange.viewer, sid);
      enforceClientRate(account, conversation.sid, 'typing');
      account.conversations.type(conversation.sid, exchange.viewer.identity);
      return ok({ typing_timeout: 5 });
    }),
  ];
}

/** What an agent writes in the browser is an SDK message: it fires webhooks. */
async function writeMessage(
  { account, media, conversation }: Pick<Parts, 'account' | 'media'> & { readonly conversation: Conversation },
  { request, viewer }: AgentExchange,
): Promise<BrowserAnswer> {
  const fields = fieldsOf(request);
  const mediaSids = Array.isArray(fields['media_sids']) ? fields['media_sids'] : [];
  const permission = mediaSids.length > 0 ? 'sendMediaMessage' : 'sendMessage';
  account.conversations.checkMay(viewer.identity, permission, conversation.sid);
  const message = await account.conversations.asking.addMessage(conversation.sid, {
    author: viewer.identity,
    body: textField(fields['body']) ?? null,
    attributes: textField(fields['attributes']) ?? '{}',
    media: mediaSids.flatMap((sid) => media.item(String(sid)) ?? []),
    source: 'SDK',
  });
  const participant = participantOf(conversation, viewer.identity);
  if (participant) account.conversations.markRead(conversation.sid, viewer.identity, message.index);
  return created(messageAnswer(message, account.accountSid, conversation.serviceSid));
}

import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handler, Handlers, Request } from '../account';
import type { ConversationChanges } from '../commands';
import type { ConversationState, MessagingBinding } from '../entities';
import { getParticipant } from '../rules/participants';
import { participantConversations, userConversations } from './memberships';
import { messages } from './messages';
import { receipts } from './receipts';
import { globalWebhooks } from './global-webhooks';
import { conversationOf, originOf, WEBHOOK_HEADER, wire } from './request';
import { services, users } from './users';
import { webhooks } from './webhooks';

const states: readonly ConversationState[] = ['active', 'inactive', 'closed'];
const readState = (value: string | undefined): ConversationState | undefined => states.find((state) => state === value);

/** What the shorter timers are refused with: https://www.twilio.com/docs/api/errors/50375 and 50376 */
const tooShort = {
  'Timers.Inactive': { code: 50375, limit: 'inactiveTimerSecondsMin' },
  'Timers.Closed': { code: 50376, limit: 'closedTimerSecondsMin' },
} as const;

/** ISO 8601 durations such as PT5M or P1D; 0 clears the timer. */
function timer(request: Request, name: keyof typeof tooShort): number | null | undefined {
  const value = text(request, name);
  if (value === undefined) return undefined;
  if (value === 'PT0S' || value === '') return null;
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value);
  if (!parts) throw invalidParameter(`${name} is not an ISO 8601 duration`);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const duration = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  const { code, limit } = tooShort[name];
  if (duration < request.account.limits[limit]) throw new TwilioError(400, code, `${name} is too short`);
  return request.account.clock.nowMs() + duration * 1000;
}

const CHANGES = ['FriendlyName', 'UniqueName', 'Attributes', 'State', 'Timers.Inactive', 'Timers.Closed'];

function changesOf(request: Request): ConversationChanges {
  return {
    friendlyName: text(request, 'FriendlyName'),
    uniqueName: text(request, 'UniqueName'),
    attributes: text(request, 'Attributes'),
    inactiveAtMs: timer(request, 'Timers.Inactive'),
    closedAtMs: timer(request, 'Timers.Closed'),
    state: readState(text(request, 'State')),
  };
}

/** A messaging participant's kind is told by its address. */
function bindingOf(request: Request): MessagingBinding | undefined {
  const address = text(request, 'MessagingBinding.Address');
  if (address === undefined) return undefined;
  const proxyAddress = text(request, 'MessagingBinding.ProxyAddress') ?? '';
  return { type: address.startsWith('whatsapp:') ? 'whatsapp' : 'sms', address, proxyAddress, name: null };
}

const conversations = {
  List: reading(['State'], (request) => {
    const state = queryText(request, 'State');
    const all = request.account.conversations.list().filter((conversation) => !state || conversation.state === state);
    return page(request, 'conversations', all.map(wire(request).conversation));
  }),
  Create: reading([...CHANGES, 'MessagingServiceSid', WEBHOOK_HEADER], (request) => {
    const { conversations: rules } = request.account;
    const { state, inactiveAtMs, closedAtMs, ...given } = changesOf(request);
    // https://www.twilio.com/docs/api/errors/50384 and 50382
    if (state === 'closed') throw new TwilioError(400, 50384, 'A Conversation cannot start closed');
    if (state === undefined && (inactiveAtMs || closedAtMs))
      throw new TwilioError(400, 50382, 'A timer needs State with it');
    const conversation = rules.create(
      { ...given, messagingServiceSid: text(request, 'MessagingServiceSid') },
      originOf(request),
    );
    const later = { inactiveAtMs, closedAtMs, ...(state === undefined ? {} : { state }) };
    const hasMore = state !== undefined || inactiveAtMs !== undefined || closedAtMs !== undefined;
    return created(wire(request).conversation(hasMore ? rules.update(conversation.sid, later) : conversation));
  }),
  Fetch: (request) => ok(wire(request).conversation(conversationOf(request))),
  Update: reading([...CHANGES, WEBHOOK_HEADER], (request) =>
    ok(
      wire(request).conversation(
        request.account.conversations.update(param(request, 'Sid'), changesOf(request), originOf(request)),
      ),
    ),
  ),
  Delete: reading([WEBHOOK_HEADER], (request) => {
    request.account.conversations.remove(param(request, 'Sid'), originOf(request));
    return noContent();
  }),
} satisfies Handlers;

const participants = {
  List: (request) =>
    page(request, 'participants', [...conversationOf(request).participants.values()].map(wire(request).participant)),
  Create: reading(
    ['Identity', 'MessagingBinding.Address', 'MessagingBinding.ProxyAddress', 'Attributes', WEBHOOK_HEADER],
    (request) => {
      const { conversations: rules } = request.account;
      const input = {
        identity: text(request, 'Identity'),
        messagingBinding: bindingOf(request),
        attributes: text(request, 'Attributes'),
      };
      const participant = rules.addParticipant(conversationOf(request).sid, input, originOf(request));
      return created(wire(request).participant(participant));
    },
  ),
  Fetch: (request) => ok(wire(request).participant(getParticipant(conversationOf(request), param(request, 'Sid')))),
  Update: reading(['LastReadMessageIndex', 'Attributes', WEBHOOK_HEADER], (request) => {
    const conversation = conversationOf(request);
    const participant = getParticipant(conversation, param(request, 'Sid'));
    const changes = {
      attributes: text(request, 'Attributes'),
      lastReadMessageIndex: integer(request, 'LastReadMessageIndex'),
      by: originOf(request),
    };
    const { conversations: rules } = request.account;
    rules.updateParticipant(conversation.sid, participant.sid, changes);
    return ok(wire(request).participant(participant));
  }),
  Delete: reading([WEBHOOK_HEADER], (request) => {
    const { conversations: rules } = request.account;
    rules.removeParticipant(conversationOf(request).sid, param(request, 'Sid'), originOf(request));
    return noContent();
  }),
} satisfies Handlers;

/** The same operations exist at /v1/X and at /v1/Services/IS…/X, named ListX and ListServiceX. */
function bothWays(resource: string, handlers: Handlers): Handlers {
  const named = Object.entries(handlers).flatMap(([verb, handler]): [string, Handler][] => [
    [`${verb}${resource}`, handler],
    [`${verb}Service${resource}`, handler],
  ]);
  return Object.fromEntries(named);
}

export const conversationsRest: Handlers = {
  ...services,
  ...globalWebhooks,
  ...bothWays('Conversation', conversations),
  ...bothWays('ConversationParticipant', participants),
  ...bothWays('ConversationMessage', messages),
  ...bothWays('ConversationMessageReceipt', receipts),
  ...bothWays('ConversationScopedWebhook', webhooks),
  ...bothWays('User', users),
  ...bothWays('UserConversation', userConversations),
  ...bothWays('ParticipantConversation', participantConversations),
};

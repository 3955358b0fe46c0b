import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { durationSeconds } from '../../../kernel/rest/durations';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handler, Handlers, Request } from '../account';
import type { ConversationChanges } from '../commands';
import type { ConversationState, MessagingBinding } from '../entities';
import { bindingTo } from '../rules/bindings';
import { getParticipant } from '../rules/participants';
import { addresses } from './addresses';
import { participantConversations, userConversations } from './memberships';
import { messages } from './messages';
import { receipts } from './receipts';
import { globalWebhooks } from './global-webhooks';
import { conversationOf, originOf, WEBHOOK_HEADER, wire } from './request';
import { roles } from './roles';
import { services, users } from './users';
import { webhooks } from './webhooks';

const states: readonly ConversationState[] = ['active', 'inactive', 'closed'];
const readState = (value: string | undefined): ConversationState | undefined => states.find((state) => state === value);

/** What the shorter timers are refused with: https://www.twilio.com/docs/api/errors/50375 and 50376 */
const tooShort = {
  'Timers.Inactive': { code: 50375, limit: 'inactiveTimerSecondsMin' },
  'Timers.Closed': { code: 50376, limit: 'closedTimerSecondsMin' },
} as const;

/** An ISO 8601 duration; none, or one of no time, clears the timer. */
function timer(request: Request, name: keyof typeof tooShort): number | null | undefined {
  const value = text(request, name);
  if (value === undefined) return undefined;
  const seconds = value === '' ? 0 : durationSeconds(value);
  if (seconds === undefined) throw invalidParameter(`${name} is not an ISO 8601 duration`);
  if (seconds === 0) return null;
  const { code, limit } = tooShort[name];
  if (seconds < request.account.limits[limit]) throw new TwilioError(400, code, `${name} is too short`);
  return request.account.clock.nowMs() + seconds * 1000;
}

/** Of the day when a Conversation was created, or a moment: https://www.twilio.com/docs/conversations/api/conversation-resource */
function dateAsked(request: Request, name: 'StartDate' | 'EndDate'): number | undefined {
  const asked = queryText(request, name);
  if (!asked) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asked);
  const ms = Date.parse(isDay ? `${asked}T${name === 'StartDate' ? '00:00:00' : '23:59:59.999'}Z` : asked);
  if (Number.isNaN(ms)) throw invalidParameter(`${name} ${asked} is no ISO 8601 date`);
  return ms;
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

function bindingOf(request: Request): MessagingBinding | undefined {
  const address = text(request, 'MessagingBinding.Address');
  const proxyAddress = text(request, 'MessagingBinding.ProxyAddress');
  if (address !== undefined) return bindingTo(address, proxyAddress);
  if (proxyAddress !== undefined) throw invalidParameter('MessagingBinding.ProxyAddress needs MessagingBinding.Address');
  return undefined;
}

const conversations = {
  List: reading(['State', 'StartDate', 'EndDate'], (request) => {
    const state = queryText(request, 'State');
    const [from, to] = [dateAsked(request, 'StartDate'), dateAsked(request, 'EndDate')];
    const all = request.account.conversations
      .list()
      .filter((conversation) => !state || conversation.state === state)
      .filter(({ createdAtMs }) => (from ?? 0) <= createdAtMs && createdAtMs <= (to ?? Infinity));
    return page(request, 'conversations', all.map(wire(request).conversation));
  }),
  Create: reading([...CHANGES, 'MessagingServiceSid', WEBHOOK_HEADER], async (request) => {
    const { conversations: rules } = request.account;
    const { state, inactiveAtMs, closedAtMs, ...given } = changesOf(request);
    // https://www.twilio.com/docs/api/errors/50384 and 50382
    if (state === 'closed') throw new TwilioError(400, 50384, 'A Conversation cannot start closed');
    if (state === undefined && (inactiveAtMs || closedAtMs))
      throw new TwilioError(400, 50382, 'A timer needs State with it');
    const conversation = await rules.asking.create(
      { ...given, messagingServiceSid: text(request, 'MessagingServiceSid') },
      originOf(request),
    );
    const later = { inactiveAtMs, closedAtMs, ...(state === undefined ? {} : { state }) };
    const hasMore = state !== undefined || inactiveAtMs !== undefined || closedAtMs !== undefined;
    return created(wire(request).conversation(hasMore ? rules.update(conversation.sid, later) : conversation));
  }),
  Fetch: (request) => ok(wire(request).conversation(conversationOf(request))),
  Update: reading([...CHANGES, WEBHOOK_HEADER], async (request) =>
    ok(
      wire(request).conversation(
        await request.account.conversations.asking.update(param(request, 'Sid'), changesOf(request), originOf(request)),
      ),
    ),
  ),
  Delete: reading([WEBHOOK_HEADER], async (request) => {
    await request.account.conversations.asking.remove(param(request, 'Sid'), originOf(request));
    return noContent();
  }),
} satisfies Handlers;

const participants = {
  List: (request) =>
    page(request, 'participants', [...conversationOf(request).participants.values()].map(wire(request).participant)),
  Create: reading(
    ['Identity', 'MessagingBinding.Address', 'MessagingBinding.ProxyAddress', 'Attributes', 'RoleSid', WEBHOOK_HEADER],
    async (request) => {
      const { conversations: rules } = request.account;
      const input = {
        identity: text(request, 'Identity'),
        messagingBinding: bindingOf(request),
        attributes: text(request, 'Attributes'),
        roleSid: text(request, 'RoleSid'),
      };
      const participant = await rules.asking.addParticipant(conversationOf(request).sid, input, originOf(request));
      return created(wire(request).participant(participant));
    },
  ),
  /** "Alternatively, you can pass a Participant's identity rather than the SID"; of Update and Delete no page says so. */
  Fetch: (request) => {
    const conversation = conversationOf(request);
    const name = param(request, 'Sid');
    const byIdentity = [...conversation.participants.values()].find(({ identity }) => identity === name);
    return ok(wire(request).participant(byIdentity ?? getParticipant(conversation, name)));
  },
  Update: reading(['LastReadMessageIndex', 'Attributes', 'RoleSid', WEBHOOK_HEADER], async (request) => {
    const conversation = conversationOf(request);
    const participant = getParticipant(conversation, param(request, 'Sid'));
    const changes = {
      attributes: text(request, 'Attributes'),
      roleSid: text(request, 'RoleSid'),
      lastReadMessageIndex: integer(request, 'LastReadMessageIndex'),
      by: originOf(request),
    };
    const { conversations: rules } = request.account;
    await rules.asking.updateParticipant(conversation.sid, participant.sid, changes);
    return ok(wire(request).participant(participant));
  }),
  Delete: reading([WEBHOOK_HEADER], async (request) => {
    const { conversations: rules } = request.account;
    await rules.asking.removeParticipant(conversationOf(request).sid, param(request, 'Sid'), originOf(request));
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
  ...addresses,
  ...bothWays('Conversation', conversations),
  ...bothWays('ConversationParticipant', participants),
  ...bothWays('ConversationMessage', messages),
  ...bothWays('ConversationMessageReceipt', receipts),
  ...bothWays('ConversationScopedWebhook', webhooks),
  ...bothWays('User', users),
  ...bothWays('Role', roles),
  ...bothWays('UserConversation', userConversations),
  ...bothWays('ParticipantConversation', participantConversations),
};

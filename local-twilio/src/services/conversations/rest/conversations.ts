import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { durationSeconds } from '../../../kernel/rest/durations';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, queryText, text, textList } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { ConversationChanges, NewConversation } from '../commands';
import type { Conversation, ConversationState } from '../entities';
import { readParticipant } from './participant-json';
import { conversationOf, originOf, WEBHOOK_HEADER, wire } from './request';

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

const NEW = [...CHANGES, 'MessagingServiceSid', WEBHOOK_HEADER];

/** Makes a Conversation in some way, and gives it the state and the timers that were asked for. */
async function createdBy(request: Request, make: (input: NewConversation) => Conversation | Promise<Conversation>) {
  const { conversations: rules } = request.account;
  const { state, inactiveAtMs, closedAtMs, ...given } = changesOf(request);
  // https://www.twilio.com/docs/api/errors/50384 and 50382
  if (state === 'closed') throw new TwilioError(400, 50384, 'A Conversation cannot start closed');
  if (state === undefined && (inactiveAtMs || closedAtMs))
    throw new TwilioError(400, 50382, 'A timer needs State with it');
  const conversation = await make({ ...given, messagingServiceSid: text(request, 'MessagingServiceSid') });
  const later = { inactiveAtMs, closedAtMs, ...(state === undefined ? {} : { state }) };
  const hasMore = state !== undefined || inactiveAtMs !== undefined || closedAtMs !== undefined;
  return created(wire(request).conversation(hasMore ? rules.update(conversation.sid, later) : conversation));
}

/** https://www.twilio.com/docs/conversations/api/conversation-resource */
export const conversations = {
  List: reading(['State', 'StartDate', 'EndDate'], (request) => {
    const state = queryText(request, 'State');
    const [from, to] = [dateAsked(request, 'StartDate'), dateAsked(request, 'EndDate')];
    const all = request.account.conversations
      .list()
      .filter((conversation) => !state || conversation.state === state)
      .filter(({ createdAtMs }) => (from ?? 0) <= createdAtMs && createdAtMs <= (to ?? Infinity));
    return page(request, 'conversations', all.map(wire(request).conversation));
  }),
  Create: reading(NEW, (request) =>
    createdBy(request, (input) => request.account.conversations.asking.create(input, originOf(request))),
  ),
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

/** Answered 202 when there are any: https://www.twilio.com/docs/conversations/api/conversation-with-participants-resource */
export const conversationsWithParticipants = {
  Create: reading([...NEW, 'Participant'], async (request) => {
    const participants = (textList(request, 'Participant') ?? []).map(readParticipant);
    const { asking } = request.account.conversations;
    const made = await createdBy(request, (input) => asking.createWith(input, participants, originOf(request)));
    return participants.length > 0 ? { ...made, status: 202 } : made;
  }),
} satisfies Handlers;

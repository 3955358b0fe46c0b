import type { otherSwitches } from './switches';
import { ofAccount } from './unknowns-account';
import { ofConversations } from './unknowns-conversations';
import { ofTaskRouter } from './unknowns-task-router';
import type { Unknown } from './unknown';

export type { Unknown } from './unknown';

/** Both behaviours are here, behind a switch: each switch about Twilio has its row. */
export const switchable = {
  closingClosedParticipant: {
    what: 'Closing an interaction participant that is closed already',
    here: '404',
    otherwise: '200',
    matters: 'taking an agent out twice; retries',
    confirmed: null,
  },
  closedParticipants: {
    what: 'Closed interaction participants',
    here: 'vanish from the list',
    otherwise: 'stay in it as closed',
    matters: 'finding the agent of a channel',
    confirmed: null,
  },
  replayAfterOnCreate: {
    what: 'A scoped webhook that is made with ReplayAfter',
    here: 'gets new messages only',
    otherwise: 'gets the later messages that exist, too',
    matters: 'a reply that comes while an agent leaves',
    confirmed: null,
  },
  webhookRetry: {
    what: 'A webhook of Conversations that failed',
    here: 'is not sent again',
    otherwise: 'is sent once more',
    matters: 'lost and doubled wake-ups',
    confirmed: null,
  },
  syncRemovedEventOnExpiry: {
    what: 'A Sync object that expires',
    here: 'tells subscribers',
    otherwise: 'goes silently',
    matters: 'live lists',
    confirmed: null,
  },
  syncExpiry: {
    what: 'When what has expired in Sync goes',
    here: 'on time',
    otherwise: 'minutes late',
    matters: 'reading what should be gone',
    confirmed: null,
  },
  scopedWebhookMethodCase: {
    what: 'The method POST of a scoped webhook, in capitals',
    here: "is taken, since Twilio's own template writes it so",
    otherwise: 'is refused, since the reference lists get and post',
    matters: 'every product that copies the template',
    confirmed: null,
  },
  queueInvite: {
    what: 'An invite that names a queue beside the workflow',
    here: 'goes straight to the queue',
    otherwise: 'goes through the workflow',
    matters: 'coming back to the queue of before',
    confirmed: null,
  },
  directInviteCapacity: {
    what: 'An invite that names a worker who is at capacity',
    here: 'reaches them',
    otherwise: 'waits',
    matters: 'coming back to the same agent',
    confirmed: null,
  },
  wrapUpInConversation: {
    what: 'An agent whose participant is in wrap-up',
    here: 'stays in the Conversation',
    otherwise: 'leaves it at once',
    matters: 'who is still told of messages',
    confirmed: null,
  },
  inviteTask: {
    what: 'The task of an invite, over REST',
    here: 'is there at once',
    otherwise: 'comes a moment later',
    matters: 'changing the task right after the invite',
    confirmed: null,
  },
  routing: {
    what: 'A task that somebody can take, when it is made or they are free',
    here: 'is offered at once',
    otherwise: 'is offered half a second later',
    matters: 'whatever reads a reservation, a queue or a status right after',
    confirmed: null,
  },
  acceptedInvites: {
    what: 'An invite that was accepted',
    here: 'stays in the list',
    otherwise: 'vanishes from it',
    matters: 'looking for an invite that waits',
    confirmed: null,
  },
  syncMapCreator: {
    what: 'The identity that made a Sync map in the browser',
    here: 'gets all permissions for it',
    otherwise: 'gets none',
    matters: 'services with permissions',
    confirmed: null,
  },
} as const satisfies Record<keyof typeof otherSwitches, Unknown>;

/** Only one behaviour is here. */
export const unswitched: readonly Unknown[] = [
  ...ofTaskRouter,
  {
    what: 'Error codes 45008 and 45359 of channels and invites, and 50388 of a webhook on a laptop',
    here: 'as remembered',
    otherwise: 'other codes',
    matters: 'telling failures apart by code',
    confirmed: null,
  },
  {
    what: 'Attributes of messages, participants and users that are too long, or no JSON',
    here: '50303 and 50304, which are documented of Conversations',
    otherwise: 'codes of their own',
    matters: 'telling failures apart by code',
    confirmed: null,
  },
  {
    what: 'What is not found in Sync',
    here: '20404',
    otherwise: '54xxx codes of Sync',
    matters: 'telling failures apart by code',
    confirmed: null,
  },
  {
    what: 'Webhooks of the account and of its service, when both are set',
    here: 'are both told',
    otherwise: 'the one of the service alone',
    matters: 'archives and bots that count',
    confirmed: null,
  },
  {
    what: 'A read mark that an SDK client moves',
    here: 'fires no onParticipantUpdated',
    otherwise: 'fires it',
    matters: 'how often such a webhook is called',
    confirmed: null,
  },
  {
    what: 'onUserAdded and onUserUpdated as filters of one conversation',
    here: 'are taken, and told of those who are in it',
    otherwise: 'are refused with 50365',
    matters: 'nobody known',
    confirmed: null,
  },
  {
    what: 'Closing a Conversation through Flex',
    here: 'fires no onConversationStateUpdated',
    otherwise: 'fires it',
    matters: 'archives, surveys',
    confirmed: null,
  },
  {
    what: "The attribute direction of an agent-initiated interaction's task",
    here: 'is outbound, unless the caller gives one',
    otherwise: 'is not set by Flex',
    matters: 'telling outbound tasks apart',
    confirmed: null,
  },
  {
    what: "A customer's message in a paused channel",
    here: 'changes nothing',
    otherwise: 'resumes it',
    matters: 'native Pause beside other ways of leaving',
    confirmed: null,
  },
  {
    what: 'A worker who declined',
    here: 'is passed over for ten seconds, and forgiven when they become Available',
    otherwise: 'is offered the task again at once, or never',
    matters: 'a single agent who declines',
    confirmed: null,
  },
  {
    what: 'A page that is asked for by its number, without a token',
    here: 'is answered',
    otherwise: 'the first page is',
    matters: 'own paging',
    confirmed: null,
  },
  {
    what: 'The header I-Twilio-Idempotency-Token of webhooks',
    here: 'is the same for every try of a delivery',
    otherwise: 'is not sent by Conversations or TaskRouter',
    matters: 'dropping what comes twice',
    confirmed: null,
  },
  ...ofAccount,
  ...ofConversations,
];

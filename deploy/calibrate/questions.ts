/** A question to which both answers are known, and of which the product must be right either way. */
export interface SwitchQuestion {
  readonly what: string;
  /** What is taken to be so until an account shows otherwise. */
  readonly assumed: string;
  readonly otherwise: string;
  /** Said in words, by position. */
  readonly words: Readonly<Record<string, string>>;
  /** A position that one sighting proves: what is sometimes late is late. */
  readonly proof?: string;
}

/** By the name that the position has in `calibration.json`. */
export const SWITCHES = {
  closingClosedParticipant: {
    what: 'Closing an interaction participant that is closed already',
    assumed: 'not-found',
    otherwise: 'ok',
    words: { 'not-found': 'is answered 404', ok: 'is answered 200' },
  },
  closedParticipants: {
    what: 'Closed interaction participants',
    assumed: 'vanish',
    otherwise: 'listed',
    words: { vanish: 'vanish from the list', listed: 'stay in the list' },
  },
  replayAfterOnCreate: {
    what: 'A scoped webhook that is made with ReplayAfter',
    assumed: 'ignored',
    otherwise: 'replays',
    words: { ignored: 'gets new messages only', replays: 'gets the later messages that exist, too' },
    proof: 'replays',
  },
  webhookRetry: {
    what: 'A webhook of Conversations that failed',
    assumed: 'none',
    otherwise: 'once',
    words: { none: 'is not sent again', once: 'is sent again' },
    proof: 'once',
  },
  syncExpiry: {
    what: 'When what has expired in Sync goes',
    assumed: 'on-time',
    otherwise: 'late',
    words: { 'on-time': 'on time', late: 'later' },
    proof: 'late',
  },
  scopedWebhookMethodCase: {
    what: 'The method POST of a scoped webhook, in capitals',
    assumed: 'any',
    otherwise: 'lower-only',
    words: { any: 'is taken', 'lower-only': 'is refused' },
  },
  queueInvite: {
    what: 'An invite that names a queue beside the workflow',
    assumed: 'queue',
    otherwise: 'workflow',
    words: { queue: 'goes straight to the queue', workflow: 'goes through the workflow' },
  },
  directInviteCapacity: {
    what: 'An invite that names a worker who is at capacity',
    assumed: 'ignored',
    otherwise: 'respected',
    words: { ignored: 'reaches them', respected: 'waits' },
    proof: 'ignored',
  },
  wrapUpInConversation: {
    what: 'An agent whose participant is in wrap-up',
    assumed: 'stays',
    otherwise: 'leaves',
    words: { stays: 'stays in the Conversation', leaves: 'leaves it at once' },
  },
  inviteTask: {
    what: 'The task of an invite, over REST',
    assumed: 'at-once',
    otherwise: 'later',
    words: { 'at-once': 'is there at once', later: 'comes a moment later' },
    proof: 'later',
  },
  acceptedInvites: {
    what: 'An invite that was accepted',
    assumed: 'listed',
    otherwise: 'vanish',
    words: { listed: 'stays in the list', vanish: 'vanishes from the list' },
  },
} as const satisfies Readonly<Record<string, SwitchQuestion>>;

export type SwitchName = keyof typeof SWITCHES;

/** A question whose answer is a code or a behaviour that nothing is switched by. */
export interface Observation {
  readonly what: string;
  /** The finding that is taken to be so. */
  readonly assumed: string;
}

export const OBSERVATIONS = {
  queueOfSameName: {
    what: 'Refusals when a workspace of TaskRouter is set up',
    assumed: 'a second queue of a name is refused: 400 (20001)',
  },
  workflowWithTask: {
    what: 'Deleting a queue, workflow or task channel of open tasks, or a worker with work',
    assumed: 'a workflow with an open task is not deleted: 400 (20001)',
  },
  unavailableWorker: {
    what: 'Deleting a worker who is neither Offline nor available',
    assumed: 'is done',
  },
  declined: {
    what: 'A worker who declined',
    assumed: 'is offered the task again after about 10 s',
  },
  inviteCodes: {
    what: 'Error codes 45008 and 45359 of channels and invites, and 50388 of a webhook on a laptop',
    assumed: 'an invite to a closed channel: 400 (45008); a webhook on a laptop: 400 (50388)',
  },
  attributeCodes: {
    what: 'Attributes of messages, participants and users that are too long, or no JSON',
    assumed: 'no JSON: 400 (50304); too long: 400 (50303)',
  },
  missingInSync: { what: 'What is not found in Sync', assumed: '404 (20404)' },
  userFilters: {
    what: 'onUserAdded and onUserUpdated as filters of one conversation',
    assumed: 'are taken',
  },
  closingByFlex: {
    what: 'Closing a Conversation through Flex',
    assumed: 'fires no onConversationStateUpdated',
  },
  pageByNumber: {
    what: 'A page that is asked for by its number, without a token',
    assumed: 'is answered',
  },
} as const satisfies Readonly<Record<string, Observation>>;

export type ObservationName = keyof typeof OBSERVATIONS;
export type QuestionName = SwitchName | ObservationName;

export const isSwitch = (name: string): name is SwitchName => Object.hasOwn(SWITCHES, name);
export const isObservation = (name: string): name is ObservationName => Object.hasOwn(OBSERVATIONS, name);

const BROWSER = 'only a browser can see it';
const WHOLE_ACCOUNT = 'it is a setting of the whole account';

/** Questions that cannot be asked without harm, or not from here: what, and why. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  'A Sync object that expires': BROWSER,
  'The identity that made a Sync map in the browser': BROWSER,
  'A message that a browser publishes to a Sync stream it follows': BROWSER,
  'A read mark that an SDK client moves': BROWSER,
  'The header I-Twilio-Idempotency-Token of webhooks': 'Functions, the only server at hand, are not given it',
  'CONTAINS in a live query, and the fields of tr-task': BROWSER,
  "The service level of Flex's queue statistics": BROWSER,
  'Statistics of TaskRouter: who waits, and split_by_wait_time when it is not asked for':
    'it takes statistics that are minutes old',
  "A worker's capacity on a new task channel": 'a new task channel would be given to every worker',
  'Webhooks of the account and of its service, when both are set': WHOLE_ACCOUNT,
  'What a pre-action webhook answers besides 200 and 403': WHOLE_ACCOUNT,
  'The code of a change that a pre-action webhook refused': WHOLE_ACCOUNT,
  'The code of a second configuration of one address': 'it needs a number or an address of the account',
  "The attribute direction of an agent-initiated interaction's task": "it would write to somebody's phone",
  "A customer's message in a paused channel": 'pausing has to be turned on for the whole account',
  'What the roles of a new user and a new participant permit': 'somebody may have changed the roles of the account',
  'A task that somebody can take, when it is made or they are free':
    'a request to look takes about as long as what it would measure',
  'A Conversation that is made together with its participants':
    'a request to look takes about as long as what it would measure',
  'Timers of a Conversation in which somebody writes': 'not asked yet',
  'Deleting a user who is in Conversations': 'a user of the account would have to be one that nobody misses',
  'Identities that Conversations keeps for itself (50203)': 'it would have to try names that nobody knows',
  'A change of a Sync object that changes nothing (54010), and the form of the ETag':
    'nothing that is deployed here sends one',
  'A Standard API key that asks for the account or for keys': 'it would make a key to the account',
};

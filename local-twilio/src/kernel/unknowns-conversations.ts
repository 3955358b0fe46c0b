import type { Unknown } from './unknown';

/** Of Conversations and their webhooks; only one behaviour is here. */
export const ofConversations: readonly Unknown[] = [
  {
    what: 'What a pre-action webhook answers besides 200 and 403',
    here: 'lets the change pass, as no answer in time does',
    otherwise: 'refuses it',
    matters: 'filters that fail',
    confirmed: null,
  },
  {
    what: 'The code of a change that a pre-action webhook refused',
    here: '20403, with status 403',
    otherwise: 'a code of its own',
    matters: 'telling the writer why',
    confirmed: null,
  },
  {
    what: 'The code of a second configuration of one address',
    here: '20409, with status 409',
    otherwise: 'a code of its own',
    matters: 'scripts that set up an account twice',
    confirmed: null,
  },
  {
    what: 'What the roles of a new user and a new participant permit',
    here: 'what SDK clients can do here: writing, adding somebody, names and attributes of a Conversation',
    otherwise: 'less, until a role is given',
    matters: 'plugins that change a Conversation in the browser',
    confirmed: null,
  },
  {
    what: 'A Conversation that is made together with its participants',
    here: 'is active and has them when the answer comes',
    otherwise: 'is initializing for a moment, and closed if one of them cannot join (50427)',
    matters: 'writing to a group right after it was made',
    confirmed: null,
  },
  {
    what: 'Deleting a user who is in Conversations',
    here: 'takes them out of those that are open',
    otherwise: 'leaves them in, or is refused',
    matters: 'clearing away the identities of people who left',
    confirmed: null,
  },
  {
    what: 'Identities that Conversations keeps for itself (50203)',
    here: 'are system, private and unique, as an error page of Frontline says',
    otherwise: 'are others',
    matters: 'own naming of users',
    confirmed: null,
  },
  {
    what: 'Timers of a Conversation in which somebody writes',
    here: 'run on as they were set',
    otherwise: 'begin anew',
    matters: 'closing what nobody answers',
    confirmed: null,
  },
];

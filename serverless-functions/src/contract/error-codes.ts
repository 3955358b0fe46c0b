/**
 * Every refusal a Function can answer. The key is the stable `code` of the answer, the value its HTTP status and
 * what the caller can do. The plugin translates by code; the English text here is for logs, tools and other clients.
 */
export const ERRORS = {
  'invalid-request': {
    status: 400,
    message:
      'The request is malformed. Reload Flex; if it stays, the plugin and the Functions are of different versions.',
  },
  'token-invalid': { status: 401, message: 'The Flex session is not valid any more. Log in again.' },
  'not-an-agent': {
    status: 403,
    message: 'This Flex user has no TaskRouter worker, so there is nothing to park or unpark.',
  },
  'not-permitted': { status: 403, message: 'Only supervisors and admins can do this.' },
  'admins-only': { status: 403, message: 'Only admins can see and change the settings of parking.' },
  'settings-changed': {
    status: 409,
    message: 'Somebody else has changed the settings, or is saving them right now. Nothing was saved; load them again.',
  },
  'settings-unconfirmed': {
    status: 503,
    message: 'Twilio did not confirm that the settings are saved. Load them again to see what is set.',
  },
  'parking-disabled': {
    status: 403,
    message: 'Parking is switched off in the Flex configuration (park_interaction.enabled).',
  },
  'not-your-task': { status: 403, message: 'This task is not assigned to you.' },
  'not-your-park': { status: 403, message: 'Another agent parked this conversation. A supervisor can unpark it.' },
  'task-not-found': { status: 404, message: 'TaskRouter does not know this task any more. Reload Flex.' },
  'conversation-not-found': { status: 404, message: 'The conversation does not exist any more.' },
  'not-parked': { status: 404, message: 'This conversation is not parked.' },
  'task-not-assigned': { status: 409, message: 'Only an accepted task can be parked.' },
  'not-a-messaging-task': { status: 409, message: 'Only messaging tasks of Flex Conversations can be parked.' },
  'other-participants': {
    status: 409,
    message: 'Another agent or supervisor is in this conversation. Park when you are alone with the customer.',
  },
  'wake-links-off': {
    status: 403,
    message:
      'Wake links are off: they need wake_links in the Flex configuration and WAKE_LINK_SECRET among the variables of the Functions.',
  },
  'wake-link-invalid': { status: 403, message: 'This wake link is wrong. Copy it again from the list.' },
  'wake-link-expired': {
    status: 410,
    message: 'The park of this wake link is over: the conversation has come back, or was closed.',
  },
  'customer-spoke-last': {
    status: 409,
    message: 'The customer wrote last. Answer before you park (park_interaction.customer_spoke_last is refuse).',
  },
  'queue-may-not-park': {
    status: 403,
    message: 'Conversations of this queue are not parked (park_interaction.queues, may_park).',
  },
  'too-many-parked': {
    status: 409,
    message: 'You have parked as many conversations as you may (max_parked_per_agent). Unpark one of them first.',
  },
  'time-not-possible': {
    status: 409,
    message:
      'A conversation can be parked until a time from one minute to 90 days ahead, and no longer than max_park_age_hours, while park_until is on.',
  },
  'open-invites': {
    status: 409,
    message:
      'Another agent is being invited to this conversation. Wait until they have answered, or cancel the invite.',
  },
  'no-workflow': {
    status: 409,
    message:
      'This task has no workflow, and the account has no default one to bring it back by (taskrouter_target_workflow_sid).',
  },
  'record-unreadable': {
    status: 409,
    message:
      'What was noted about this parked conversation cannot be read. The customer’s next message still wakes it where possible; tell an admin.',
  },
  'agent-not-available': {
    status: 409,
    message:
      'The chosen agent is not available, has no room for another conversation of this kind, or does not exist any more. Choose another agent or a queue.',
  },
  'queue-not-found': { status: 404, message: 'The chosen queue does not exist any more. Choose another one.' },
  'conversation-is-back': {
    status: 409,
    message: 'This conversation is with you again in another task. Complete this one when that one is over.',
  },
  'no-customer': { status: 409, message: 'There is no customer in this conversation who could bring it back.' },
  busy: { status: 409, message: 'This conversation is just being parked or unparked. Try again in a few seconds.' },
  'webhook-limit': {
    status: 409,
    message: 'The conversation already has five webhooks, the most Twilio allows. Remove one that is not needed.',
  },
  'attributes-too-large': {
    status: 409,
    message: 'The task attributes leave no room to come back with (Twilio allows 4096 characters). Shorten them.',
  },
  'conversation-closed': {
    status: 410,
    message:
      'The conversation is closed. It cannot be parked or unparked; the customer’s next message starts a new one.',
  },
  'channel-failed': {
    status: 410,
    message:
      'The interaction channel has failed at Twilio, so the conversation cannot come back. Contact the customer anew.',
  },
  'channel-gone': {
    status: 410,
    message: 'The interaction channel is gone (Twilio deletes it after 180 days without use). It needs a person.',
  },
  'routing-refused': {
    status: 502,
    message: 'Twilio refused to route the conversation. It stays parked and needs a supervisor or an admin.',
  },
  'park-unconfirmed': {
    status: 503,
    message: 'Twilio did not confirm the parking. The customer is safe; press Park again if the task is still here.',
  },
  'unpark-unconfirmed': {
    status: 503,
    message: 'Twilio did not confirm the new task. If it does not come within a few minutes, unpark again.',
  },
  'complete-unconfirmed': {
    status: 503,
    message: 'Twilio did not confirm that the task is completed. The conversation is safe; try again.',
  },
  'rate-limited': {
    status: 429,
    message: 'Twilio is answering “too many requests”. Nothing was changed; try again in a few seconds.',
  },
  'twilio-unavailable': { status: 503, message: 'Twilio did not answer. Nothing was changed; try again.' },
  'configuration-unavailable': {
    status: 503,
    message: 'The Flex configuration could not be read, so parking is not possible now. Try again.',
  },
  'configuration-invalid': {
    status: 500,
    message: 'The Functions are missing settings. An admin must complete them (see the README, Deploy).',
  },
  'internal-error': {
    status: 500,
    message: 'Something unexpected failed. Nothing is lost; try again and tell an admin if it stays.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

import { COMING_BACK_SETTINGS } from './coming-back-settings';
import {
  type Kind,
  type Setting,
  flowOrNull,
  hoursOrNull,
  oneOf,
  originalOrQueue,
  textPerLanguage,
  texts,
  trueOrFalse,
  wholeNumber,
  wholeNumberOrNull,
} from './setting-kinds';
import { LIMIT_SETTINGS } from './limit-settings';

/** THE list of settings. A new one is one more entry; `queues` follows from those that are `perQueue`. */
export const GENERAL_SETTINGS = {
  enabled: {
    ...trueOrFalse,
    byDefault: false,
    effect:
      'Adds the Park button and its actions to Flex. Off leaves no trace in Flex and stops new parks; conversations that are parked already still come back.',
  },
  show_list: {
    ...trueOrFalse,
    byDefault: false,
    effect:
      'Adds the Parked Interactions view. Each park then also writes a Sync map item, and its mapSid and mapItemKey into the conversation attributes. Off: the view is gone and new parks write no row; rows that exist go when their conversation comes back.',
  },
  ask_for_note: {
    ...trueOrFalse,
    byDefault: false,
    perQueue: true,
    effect: 'Park asks for a reason and a note, which the next agent sees above the conversation.',
  },
  note_reasons: {
    ...texts,
    byDefault: [],
    effect: 'The reasons to choose from. Without any there is only the note.',
  },
  customer_spoke_last: {
    ...oneOf('warn', 'allow', 'refuse'),
    byDefault: 'warn',
    effect: 'What Park does while the customer’s last message has no answer yet.',
  },
  wrap_up: {
    ...trueOrFalse,
    byDefault: false,
    effect:
      'The parked task goes to wrap-up, and the agent is free when they complete it. The wrap-up ends by itself when the conversation comes back.',
  },
  courtesy_message: {
    ...textPerLanguage,
    byDefault: {},
    effect:
      'Sent to the customer once per park, in the language of the task attribute `language` or else the first one; never outside the reply window of WhatsApp and Messenger.',
  },
  auto_park_minutes: {
    ...wholeNumberOrNull({ min: 1, max: 1440, of: 'minutes' }),
    byDefault: null,
    perQueue: true,
    effect:
      'How long the customer may leave the agent’s answer unanswered; then the conversation is parked by itself, after a notice of 30 seconds with Keep. Never while the agent is writing. From 1 to 1440; null means never.',
  },
  before_task_expires: {
    ...oneOf('park', 'warn', 'nothing'),
    byDefault: 'park',
    effect:
      'TaskRouter deletes an assigned task after 24 hours, and its conversation is left without an agent. After 23 hours the agent is told; with `park` the conversation is parked half an hour later, by their desktop or by reconcile. `customer_spoke_last` does not stand in the way.',
  },
  max_park_age_hours: {
    ...hoursOrNull,
    byDefault: null,
    effect:
      'How long a conversation may stay parked; null means without end. An open SMS or WhatsApp conversation blocks a new one to the same number.',
  },
  at_max_park_age: {
    ...oneOf('route', 'close'),
    byDefault: 'route',
    effect:
      'What happens then: the conversation goes back to its workflow, or it is closed. This applies to what is parked already, too.',
  },
  farewell_message: {
    ...textPerLanguage,
    byDefault: {},
    effect:
      'With `close`, sent to the customer just before, once, in the language of the task attribute `language` or else the first one; never outside the reply window of WhatsApp and Messenger.',
  },
  remind_before_close_hours: {
    ...hoursOrNull,
    byDefault: null,
    effect: 'With `close`, so long before it the customer is sent `reminder_message`, once; null means never.',
  },
  reminder_message: {
    ...textPerLanguage,
    byDefault: {},
    effect: 'That message, as `farewell_message`. A reply brings the conversation back as always.',
  },
  ...COMING_BACK_SETTINGS,
  reply_window_notice_minutes: {
    ...wholeNumberOrNull({ min: 0, max: 1440, of: 'minutes' }),
    byDefault: 60,
    effect:
      'Agents are told once, this long before the reply window of a WhatsApp or Messenger conversation in their list closes, with a button to unpark it. Needs `show_list`. From 1 to 1440; 0 or null means that they are not told.',
  },
  on_customer_reply: {
    ...oneOf('workflow', 'worker', 'queue', 'studio'),
    byDefault: 'workflow',
    perQueue: true,
    effect:
      'Where the customer’s reply goes: by the same workflow; to the agent who parked, and by the workflow if they are away, at capacity, decline or do not answer; to `reply_queue`; or into the Studio flow `studio_flow_sid`. What is parked already keeps what was set when it was parked.',
  },
  worker_invite_timeout_seconds: {
    ...wholeNumber({ min: 10, max: 3600, of: 'seconds' }),
    byDefault: 60,
    perQueue: true,
    effect: 'With `worker`: how long the agent has to accept before the workflow takes over. From 10 to 3600.',
  },
  unpark_invite_timeout_seconds: {
    ...wholeNumber({ min: 10, max: 600, of: 'seconds' }),
    byDefault: 120,
    perQueue: true,
    effect:
      'How long an agent who unparks has to accept before the conversation goes by the workflow (if the customer has written meanwhile) or is parked again. From 10 to 600.',
  },
  reply_queue: {
    ...originalOrQueue,
    byDefault: 'original',
    perQueue: true,
    effect: 'With `queue`: the queue that the conversation was parked in, or always this one.',
  },
  studio_flow_sid: {
    ...flowOrNull,
    byDefault: null,
    perQueue: true,
    effect:
      'With `studio`: the flow that gets the reply. It brings the conversation to an agent by calling the Function `webhooks/route-interaction`; use a flow that does nothing else. Until then the conversation stays parked. Without a flow, replies go by the workflow.',
  },
  studio_timeout_minutes: {
    ...wholeNumber({ min: 1, max: 1440, of: 'minutes' }),
    byDefault: 10,
    effect: 'With `studio`: how long the flow has before the workflow takes over. From 1 to 1440.',
  },
  taskrouter_events: {
    ...oneOf('callback', 'event-streams'),
    byDefault: 'callback',
    effect:
      'With `worker`: how TaskRouter tells the Functions that an invite was not taken. With `callback` the workspace’s event callback is checked at each reply, and where it is not ours the workflow routes: let it look for the known worker `originalRouting.workerSid`. `event-streams` says that a sink delivers them.',
  },
  returning_priority_boost: {
    ...wholeNumber({ min: 0, max: 1000, of: 'points' }),
    byDefault: 0,
    effect:
      'Added to the priority that the task had before it was parked, once, however often it is parked. From 0 to 1000.',
  },
  ...LIMIT_SETTINGS,
} as const satisfies Record<string, Setting>;

/** What only a queue may say. */
export const QUEUE_ONLY_SETTINGS = {
  may_park: trueOrFalse,
} as const satisfies Record<string, Kind>;

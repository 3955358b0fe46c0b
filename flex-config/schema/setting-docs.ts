import type { ParkInteraction } from './park-interaction';

/** What a person reads about one setting. `default` is null where there is none. */
export interface SettingDoc {
  type: string;
  default: string | null;
  effect: string;
}

export type SettingPath = 'serverless_functions_url' | `features.park_interaction.${keyof ParkInteraction}`;

/** Every setting below `ui_attributes.custom_data`. A setting without its documentation does not compile. */
export const SETTING_DOCS = {
  serverless_functions_url: {
    type: 'https address',
    default: null,
    effect:
      'Where the deployed Functions are. Required while parking is enabled; npm run deploy writes it, so most environments leave it out.',
  },
  'features.park_interaction.enabled': {
    type: 'true or false',
    default: 'false',
    effect:
      'Adds the Park button and its actions to Flex. Off leaves no trace in Flex and stops new parks; conversations that are parked already still come back.',
  },
  'features.park_interaction.show_list': {
    type: 'true or false',
    default: 'false',
    effect:
      'Adds the Parked Interactions view. Each park then also writes a Sync map item, and its mapSid and mapItemKey into the conversation attributes. Off: the view is gone and new parks write no row; rows that exist go when their conversation comes back.',
  },
  'features.park_interaction.ask_for_note': {
    type: 'true or false',
    default: 'false',
    effect: 'Park asks for a reason and a note, which the next agent sees above the conversation.',
  },
  'features.park_interaction.note_reasons': {
    type: 'list of texts',
    default: '[]',
    effect: 'The reasons to choose from. Without any there is only the note.',
  },
  'features.park_interaction.customer_spoke_last': {
    type: 'warn, allow or refuse',
    default: 'warn',
    effect: 'What Park does while the customer’s last message has no answer yet.',
  },
  'features.park_interaction.wrap_up': {
    type: 'true or false',
    default: 'false',
    effect:
      'The parked task goes to wrap-up, and the agent is free when he completes it. The wrap-up ends by itself when the conversation comes back.',
  },
  'features.park_interaction.courtesy_message': {
    type: 'a text per language tag',
    default: '{}',
    effect:
      'Sent to the customer once per park, in the language of the task attribute `language` or else the first one; never outside the reply window of WhatsApp and Messenger.',
  },
  'features.park_interaction.max_park_age_hours': {
    type: 'number of hours, or null',
    default: 'null',
    effect:
      'How long a conversation may stay parked; null is without end. An open SMS or WhatsApp conversation blocks a new one to the same number.',
  },
  'features.park_interaction.at_max_park_age': {
    type: 'route or close',
    default: 'route',
    effect: 'What happens then: back to its workflow, or the conversation is closed. Also for what is parked already.',
  },
  'features.park_interaction.on_customer_reply': {
    type: 'workflow, worker, queue or studio',
    default: 'workflow',
    effect:
      'Where the customer’s reply goes: by the same workflow; to the agent who parked, and by the workflow if he is away, at capacity, declines or does not answer; to `reply_queue`; or into the Studio flow `studio_flow_sid`. What is parked already keeps what was set when it was parked.',
  },
  'features.park_interaction.worker_invite_timeout_seconds': {
    type: 'number of seconds',
    default: '60',
    effect: 'With `worker`: how long the agent has to accept before the workflow takes over. From 10 to 3600.',
  },
  'features.park_interaction.unpark_invite_timeout_seconds': {
    type: 'number of seconds',
    default: '120',
    effect:
      'How long an agent who unparks has to accept before the conversation goes by the workflow (if the customer has written meanwhile) or is parked again. From 10 to 600.',
  },
  'features.park_interaction.reply_queue': {
    type: 'original, or a queue’s SID',
    default: 'original',
    effect: 'With `queue`: the queue that the conversation was parked in, or always this one.',
  },
  'features.park_interaction.studio_flow_sid': {
    type: 'a Studio flow’s SID, or null',
    default: 'null',
    effect:
      'With `studio`: the flow that gets the reply. It brings the conversation to an agent by calling the Function `webhooks/route-interaction`; take a flow that does nothing else. Until then it stays parked.',
  },
  'features.park_interaction.studio_timeout_minutes': {
    type: 'number of minutes',
    default: '10',
    effect: 'With `studio`: how long the flow has before the workflow takes over. From 1 to 1440.',
  },
  'features.park_interaction.taskrouter_events': {
    type: 'callback or event-streams',
    default: 'callback',
    effect:
      'With `worker`: how TaskRouter tells the Functions that an invite was not taken. With `callback` the workspace’s event callback is checked at each reply, and where it is not ours the workflow routes: let it look for the known worker `originalRouting.workerSid`. `event-streams` says that a sink delivers them.',
  },
  'features.park_interaction.returning_priority_boost': {
    type: 'number',
    default: '0',
    effect:
      'Added to the priority that the task had before it was parked, once, however often it is parked. From 0 to 1000.',
  },
  'features.park_interaction.max_parked_per_agent': {
    type: 'number, or null',
    default: 'null',
    effect:
      'How many conversations an agent may have parked at the same time, from all queues; one more is refused. From 1 to 50; null is any number. What is parked beyond it stays parked.',
  },
  'features.park_interaction.queues': {
    type: 'settings per queue',
    default: '{}',
    effect:
      'By the name or the SID of the queue in which a conversation is parked: `may_park` (false: no button there), and its own `ask_for_note`, `max_parked_per_agent`, `on_customer_reply`, `worker_invite_timeout_seconds`, `unpark_invite_timeout_seconds`, `reply_queue` and `studio_flow_sid`.',
  },
} as const satisfies Record<SettingPath, SettingDoc>;

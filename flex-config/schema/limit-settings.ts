import { httpsOrNull, type Setting, wholeNumber, wholeNumberOrNull } from './setting-kinds';

/** How many, for how long, and who is told. */
export const LIMIT_SETTINGS = {
  max_parked_per_agent: {
    // One page of Sync items holds as many as this allows.
    ...wholeNumberOrNull({ min: 1, max: 50, of: 'conversations' }),
    byDefault: null,
    perQueue: true,
    effect:
      'How many conversations an agent may have parked at the same time, from all queues; one more is refused. From 1 to 50; null means any number. What is parked beyond it stays parked.',
  },
  history_days: {
    // Sync keeps an item for a year at most: twilio.com/docs/sync/api/map-item-resource
    ...wholeNumber({ min: 0, max: 365, of: 'days' }),
    byDefault: 30,
    effect:
      'How long the history keeps a park after it has ended: who parked which customer when and why, how it ended and who has it now; never what was written. From 0 to 365; 0 keeps no history. What is parked already keeps what was set when it was parked.',
  },
  alert_url: {
    ...httpsOrNull,
    byDefault: null,
    effect:
      'Where the Functions post an alert, within ten minutes, when a parked conversation needs attention or when something had gone wrong and was repaired: each once. The body has a `text` that chat tools show and is signed. Everybody who can log in to Flex can read this address; null sends nothing.',
  },
} as const satisfies Record<string, Setting>;

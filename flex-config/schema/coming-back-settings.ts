import { type Setting, oneOf, presets, timeZoneOrNull, trueOrFalse, wholeNumber } from './setting-kinds';

/** Coming back before the customer writes: at a time, or by an event. */
export const COMING_BACK_SETTINGS = {
  park_until: {
    ...trueOrFalse,
    byDefault: true,
    perQueue: true,
    effect:
      'Adds a menu beside Park: the conversation comes back by itself at the time that the agent chooses, and earlier if the customer writes. Off: the menu is gone; what has a time already keeps it.',
  },
  park_until_presets: {
    ...presets,
    byDefault: ['in 1 hour', 'today 15:00', 'tomorrow 09:00', 'monday 09:00'],
    effect:
      'The times in that menu: `in 30 minutes`, `in 2 hours`, `today 15:00`, `tomorrow 09:00`, or the next `monday 09:00`. Agents can choose a time of their own as well.',
  },
  time_zone: {
    ...timeZoneOrNull,
    byDefault: null,
    effect: 'The time zone of the presets, such as `Europe/Berlin`; null means that of the agent’s computer.',
  },
  when_due: {
    ...oneOf('worker', 'workflow', 'queue'),
    byDefault: 'worker',
    perQueue: true,
    effect:
      'Where a conversation goes at its time: to the agent who parked it, and by the workflow if they are away, at capacity, decline or do not answer; by the same workflow; or to `reply_queue`. What is parked already keeps what was set when it was parked.',
  },
  only_then_max_hours: {
    ...wholeNumber({ min: 1, max: 720, of: 'hours' }),
    byDefault: 24,
    effect:
      'An agent may let replies wait until the time they chose. A reply waits this long at most; then the conversation comes back. From 1 to 720.',
  },
  smart_wake: {
    ...trueOrFalse,
    byDefault: false,
    perQueue: true,
    effect:
      'A closing remark (“Thanks”), a friendly emoji or reaction, or an automatic reply does not bring a conversation back at once: it stays parked, marked as unread in the list. A second message, a question, a number, an attachment, an answer to a question, or anything in doubt brings it back at once. Needs `show_list`. In English, Spanish, Portuguese, Thai and Chinese. What is parked already keeps what was set when it was parked.',
  },
  smart_wake_hours: {
    ...wholeNumber({ min: 1, max: 72, of: 'hours' }),
    byDefault: 12,
    effect:
      'With `smart_wake`: how many hours after such a message the conversation comes back anyway. From 1 to 72; below 24, the agent can still answer within the reply window of WhatsApp and Messenger.',
  },
  wake_links: {
    ...trueOrFalse,
    byDefault: false,
    effect:
      'Adds _Copy wake link_ to each row of the list. Whoever has the link can bring that conversation back with one POST and a note, such as a back office: see [Wake links](wake-links.md). It goes where `when_due` says. Needs `show_list`. Off: no new links; those that were copied work until their park is over.',
  },
} as const satisfies Record<string, Setting>;

import type { SETTINGS } from './park-interaction';

const LATER_PARKS =
  'Counts for what is parked from now on. What is parked already keeps what was set when it was parked.';
const ALSO_PARKED = 'Counts within a minute, also for what is parked already.';
const DESKTOPS = 'Each desktop uses it once Flex is reloaded there. What is parked already stays as it is.';
const PARKS_AND_DESKTOPS =
  'Counts within a minute whenever somebody parks; open desktops show it once Flex is reloaded there. What is parked already stays as it is.';

/** For whom and from when a changed setting counts: what an admin reads before they save. */
export const REACH = {
  enabled:
    'Within a minute of switching it off, nobody can park; the buttons disappear once Flex is reloaded. What is parked already still comes back. This page disappears too; use npm run config to switch parking back on.',
  show_list:
    'What is parked from now on gets a row, or none; desktops show the list, or not, once Flex is reloaded. Rows that exist stay until their conversation comes back.',
  ask_for_note: PARKS_AND_DESKTOPS,
  note_reasons: DESKTOPS,
  customer_spoke_last: PARKS_AND_DESKTOPS,
  wrap_up:
    'Counts within a minute whenever somebody parks. Save it while nobody is wrapping up a parked task, and have everyone reload Flex right after: until then, Complete on their desktop would close the parked conversation.',
  courtesy_message: 'Sent for what is parked from now on. Customers whose conversation is parked already get nothing.',
  auto_park_minutes: DESKTOPS,
  before_task_expires:
    'Counts within a minute where the Functions park by themselves, and on each desktop once Flex is reloaded there. What is parked already stays as it is.',
  max_park_age_hours: ALSO_PARKED,
  at_max_park_age: ALSO_PARKED,
  farewell_message: ALSO_PARKED,
  remind_before_close_hours: ALSO_PARKED,
  reminder_message: ALSO_PARKED,
  park_until:
    'Counts within a minute whenever somebody chooses a time; the menu comes or goes once Flex is reloaded. What is parked already keeps its time.',
  park_until_presets: DESKTOPS,
  time_zone: DESKTOPS,
  when_due:
    'Counts for times that are chosen from now on. What is parked already keeps its time, and goes where it was set to go.',
  only_then_max_hours: 'Counts for times that are chosen from now on. What is parked already keeps its time.',
  smart_wake: LATER_PARKS,
  smart_wake_hours: LATER_PARKS,
  wake_links:
    'Counts within a minute; desktops offer the links, or not, once Flex is reloaded. Links that were copied work until their park is over.',
  reply_window_notice_minutes: DESKTOPS,
  on_customer_reply: LATER_PARKS,
  worker_invite_timeout_seconds: LATER_PARKS,
  unpark_invite_timeout_seconds: LATER_PARKS,
  reply_queue: LATER_PARKS,
  studio_flow_sid: LATER_PARKS,
  studio_timeout_minutes: LATER_PARKS,
  taskrouter_events: LATER_PARKS,
  returning_priority_boost: LATER_PARKS,
  max_parked_per_agent: 'Counts within a minute whenever an agent parks. What is parked beyond it stays parked.',
  history_days: LATER_PARKS,
  alert_url: 'Counts within a minute for what is noticed from then on.',
  queues: 'Each setting of a queue counts as it does for all queues.',
} as const satisfies Record<keyof typeof SETTINGS, string>;

import type { QueueOverrides } from '../../../flex-config/schema/park-interaction';

/** As far as it is known; Flex knows both of a task. */
export interface QueueOfTask {
  sid?: string;
  name?: string;
}

/** The settings for a task of this queue. What is set for the queue's SID counts more than what is set for its name. */
export function settingsOfQueue<Settings extends { queues: Readonly<Record<string, QueueOverrides>> }>(
  settings: Settings,
  { sid = '', name = '' }: QueueOfTask,
): Settings & { mayPark: boolean } {
  return { mayPark: true, ...settings, ...own(settings.queues, name), ...own(settings.queues, sid) };
}

/** A queue may be called as some key that every object has. */
function own(queues: Readonly<Record<string, QueueOverrides>>, key: string): QueueOverrides {
  return (Object.hasOwn(queues, key) && queues[key]) || {};
}

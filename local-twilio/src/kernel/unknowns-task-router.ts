import type { Unknown } from './unknown';

/** Of setting up a workspace: only one behaviour is here. */
export const ofTaskRouter: readonly Unknown[] = [
  {
    what: 'Refusals when a workspace of TaskRouter is set up',
    here: 'have code 20001, and every kind is unique by name, as Twilio says of queues',
    otherwise: 'other codes; a second one of a name is made',
    matters: 'scripts that set accounts up twice',
    confirmed: null,
  },
  {
    what: 'Deleting a queue, workflow or task channel of open tasks, or a worker with work',
    here: 'is refused',
    otherwise: 'is done, and the tasks are canceled',
    matters: 'scripts that clean accounts up',
    confirmed: null,
  },
  {
    what: 'Deleting a worker who is neither Offline nor available',
    here: 'is done',
    otherwise: 'is refused',
    matters: 'scripts that clean accounts up',
    confirmed: null,
  },
  {
    what: "A worker's capacity on a new task channel",
    here: 'is one',
    otherwise: 'is none, until it is configured',
    matters: 'custom channels',
    confirmed: null,
  },
  {
    what: 'Statistics of TaskRouter: who waits, and split_by_wait_time when it is not asked for',
    here: 'tasks that are pending or reserved; null',
    otherwise: 'pending ones only; an empty object',
    matters: 'dashboards',
    confirmed: null,
  },
  {
    what: 'CONTAINS in a live query, and the fields of tr-task',
    here: 'heeds no case; named as those of reservations are',
    otherwise: 'heeds case; others',
    matters: 'searching for people and tasks in Flex',
    confirmed: null,
  },
  {
    what: "The service level of Flex's queue statistics",
    here: 'is 20 seconds, and a task that is canceled within five was abandoned shortly',
    otherwise: 'others; days may begin in another time zone',
    matters: 'SLA in Queues view',
    confirmed: null,
  },
];

import type { AnyItem } from './arrange-rows';

/** For how long something has been parked. */
export const AGES = ['hour', 'hours', 'day', 'older'] as const;
export type Age = (typeof AGES)[number];

const HOUR_MS = 60 * 60_000;
/** Each ends where the next one begins. */
const ENDS_MS = {
  hour: HOUR_MS,
  hours: 4 * HOUR_MS,
  day: 24 * HOUR_MS,
  older: Number.POSITIVE_INFINITY,
} as const satisfies Record<Age, number>;

export interface QueueAges {
  /** `others`: all queues that have no line of their own. */
  queue: { name: string } | 'others';
  counts: Readonly<Record<Age, number>>;
  total: number;
}

/** More would be a table. */
const MOST_QUEUES = 5;

/** How many are parked for how long, the fullest queues first; what is back already is not parked. */
export function agesByQueue(items: readonly AnyItem[], nowMs: number): QueueAges[] {
  const parked = items.filter(({ state }) => state !== 'returning');
  const names = [...new Set(parked.map(({ queueName }) => queueName))];
  const queues = names
    .map((name) =>
      agesOf(
        { name },
        parked.filter(({ queueName }) => queueName === name),
        nowMs,
      ),
    )
    .sort((a, b) => b.total - a.total);
  if (queues.length <= MOST_QUEUES) return queues;
  const shown = queues.slice(0, MOST_QUEUES - 1);
  const isShown = (queueName: string) => shown.some(({ queue }) => queue !== 'others' && queue.name === queueName);
  return [
    ...shown,
    agesOf(
      'others',
      parked.filter(({ queueName }) => !isShown(queueName)),
      nowMs,
    ),
  ];
}

function agesOf(queue: QueueAges['queue'], items: readonly AnyItem[], nowMs: number): QueueAges {
  const ages = items.map(({ parkedAt }) => ageOf(nowMs - Date.parse(parkedAt)));
  const count = (age: Age) => ages.filter((each) => each === age).length;
  const counts = { hour: count('hour'), hours: count('hours'), day: count('day'), older: count('older') };
  return { queue, counts, total: items.length };
}

function ageOf(parkedForMs: number): Age {
  return AGES.find((age) => parkedForMs < ENDS_MS[age]) ?? 'older';
}

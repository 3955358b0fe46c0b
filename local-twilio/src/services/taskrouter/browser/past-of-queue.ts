import type { Clock } from '../../../kernel/clock';
import { momentsOf } from '../rules/cumulative-statistics';
import type { TaskFilter } from '../rules/real-time-statistics';
import type { TaskRouterStore } from '../store';

const THIRTY_MINUTES_MS = 30 * 60_000;
/** What Flex's service level is where nobody set it is not documented. */
const SERVICE_LEVEL_MS = 20_000;
const SHORT_ABANDON_MS = 5_000;

interface Asked {
  readonly which: 'thirtyMinutes' | 'today';
  readonly clock: Clock;
}

/** Since midnight, UTC. */
const startOf = ({ which, clock }: Asked): number => {
  const nowMs = clock.nowMs();
  return which === 'today' ? new Date(nowMs).setUTCHours(0, 0, 0, 0) : nowMs - THIRTY_MINUTES_MS;
};

const percentage = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

/** Tasks that were accepted, and tasks that were canceled, which Flex calls abandoned. */
export function pastOfQueue(store: TaskRouterStore, filter: TaskFilter, asked: Asked) {
  const interval = { fromMs: startOf(asked), toMs: asked.clock.nowMs() };
  const moments = momentsOf(store, interval, filter);
  const accepted = moments.filter(({ event }) => event === 'reservation.accepted');
  const abandoned = moments.filter(({ event }) => event === 'task.canceled');
  const inTime = accepted.filter(({ waitedMs }) => waitedMs <= SERVICE_LEVEL_MS);
  const total = accepted.length + abandoned.length;
  return {
    handled_tasks_count: accepted.length,
    handled_tasks_percentage: percentage(accepted.length, total),
    abandoned_tasks_count: abandoned.length,
    abandoned_tasks_percentage: percentage(abandoned.length, total),
    short_abandoned_tasks_count: abandoned.filter(({ waitedMs }) => waitedMs < SHORT_ABANDON_MS).length,
    sla_percentage: total === 0 ? null : percentage(inTime.length, total),
    total_tasks_count: total,
    handled_tasks_within_sl_threshold_count: inTime.length,
  };
}

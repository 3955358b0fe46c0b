import type { Named } from '../../../kernel/bus';
import type { Context, TaskRouterEvent } from '../events';
import type { Task } from '../entities';
import type { CountedEvent, History } from '../history-entities';
import { countedEvents } from '../history-state';
import type { TaskRouterStore } from '../store';

/** "Historical statistics allow you to analyze data from the past 30 days": twilio.com/docs/taskrouter/api/workspace-statistics */
const KEPT_MS = 30 * 24 * 60 * 60_000;

type Counted = Named<TaskRouterEvent, CountedEvent>;

/** Keeps what statistics are made of. */
export function recordHistory({ clock, events }: Context, { history }: TaskRouterStore): void {
  const record = (event: Counted) => {
    forgetOld(history, clock.nowMs());
    history.moments.push({
      event: event.type,
      ...aboutTask(event.task, clock.nowMs()),
      workerSid: 'worker' in event ? event.worker.sid : null,
    });
  };
  events.on({
    ...Object.fromEntries(countedEvents.map((name) => [name, record])),
    'worker.activity.update'({ worker, previous }) {
      if (!previous) return;
      const { sid: activitySid } = previous.activity;
      const endedAtMs = worker.statusChangedAtMs;
      history.spells.push({ workerSid: worker.sid, activitySid, startedAtMs: endedAtMs - previous.forMs, endedAtMs });
    },
  });
}

const aboutTask = (task: Task, nowMs: number) => ({
  happenedAtMs: nowMs,
  taskChannelSid: task.taskChannelSid,
  workflowSid: task.workflowSid,
  queueSid: task.queueSid,
  waitedMs: nowMs - task.createdAtMs,
  waitedInQueueMs: nowMs - (task.queueEnteredAtMs ?? task.createdAtMs),
});

function forgetOld({ moments, spells }: History, nowMs: number): void {
  const old = nowMs - KEPT_MS;
  while ((moments[0]?.happenedAtMs ?? nowMs) < old) moments.shift();
  while ((spells[0]?.endedAtMs ?? nowMs) < old) spells.shift();
}

import type { Named } from '../../../kernel/bus';
import {
  reservationEventNames,
  taskEventNames,
  workspaceEventNames,
  type Context,
  type TaskRouterEvent,
} from '../events';
import { namedSid } from '../../../kernel/sids';
import type { Workspace } from '../entities';
import type { TaskRouterStore } from '../store';
import { lastWord, subjectOfWorkspaceEvent, type Subject } from './workspace-events';
import { eventLog, type EventLog, type LoggedEvent } from './event-log';
import { channelFields, fieldsOfTask, fieldsOfWorker, previousActivityFields } from './event-fields';

/** The events that go to the workspace's callback. */
const told = [
  ...reservationEventNames,
  ...taskEventNames,
  ...workspaceEventNames,
  'worker.activity.update',
  'worker.attributes.update',
  'worker.capacity.configured',
  'worker.channel.availability.update',
] as const;

type Told = Named<TaskRouterEvent, (typeof told)[number]>;

/** What an event is about. How Twilio words its descriptions is not documented. */
function subjectOf(store: TaskRouterStore, event: Told, nowMs: number): Subject {
  if ('reservation' in event) {
    const { reservation, task, worker } = event;
    return {
      resource: ['reservation', reservation.sid],
      description: `Reservation ${reservation.sid} ${lastWord(event.type)}`,
      fields: {
        ...fieldsOfTask(store, task, nowMs),
        ...fieldsOfWorker(store, worker),
        ReservationSid: reservation.sid,
        ReservationVersion: String(reservation.version),
      },
    };
  }
  if ('task' in event) {
    const { task, type } = event;
    return {
      resource: ['task', task.sid],
      description: `Task ${task.sid} ${type.startsWith('task.') ? lastWord(type) : type}`,
      fields: fieldsOfTask(store, task, nowMs),
    };
  }
  if (!('worker' in event)) return subjectOfWorkspaceEvent(event);
  const { worker } = event;
  const fields = { ...fieldsOfWorker(store, worker), ...previousActivityFields(event), ...channelFields(event) };
  const activity = store.activities.get(worker.activitySid)?.friendlyName ?? '';
  const what =
    event.type === 'worker.created' || event.type === 'worker.deleted'
      ? lastWord(event.type)
      : event.type === 'worker.activity.update'
        ? `updated to ${activity} Activity`
        : 'updated';
  return { resource: ['worker', worker.sid], description: `Worker ${worker.friendlyName} ${what}`, fields };
}

/** Twilio's name of an event, where it differs from ours. */
const nameOf = ({ type }: Told): string => (type === 'worker.capacity.configured' ? 'worker.capacity.update' : type);

/** Form POSTs for each event, which is logged too: https://www.twilio.com/docs/taskrouter/api/event/reference */
export function tellEvents(context: Context, store: TaskRouterStore): EventLog {
  const { clock, events, sids } = context;
  const log = eventLog();
  let count = 0;
  const tell = (event: Told) => {
    const happenedAtMs = clock.nowMs();
    const name = nameOf(event);
    const isSent = isWanted(store.workspace, name);
    // Nobody's SIDs are others because of what is only logged.
    const sid = isSent ? sids.next('EV') : namedSid('EV', `${happenedAtMs}:${count++}`);
    const logged = { sid, name, happenedAtMs, ...subjectOf(store, event, happenedAtMs) };
    log.add(logged);
    if (isSent) sendCallback(context, store.workspace, logged);
  };
  events.on(Object.fromEntries(told.map((name) => [name, tell])));
  return log;
}

const isWanted = ({ eventCallbackUrl, eventsFilter }: Workspace, name: string): boolean =>
  eventCallbackUrl !== null && (eventsFilter.length === 0 || eventsFilter.includes(name));

function sendCallback({ accountSid, deliveries, limits }: Context, workspace: Workspace, event: LoggedEvent): void {
  const { sid, name, resource, description, fields, happenedAtMs } = event;
  deliveries.send({
    sid,
    kind: 'taskrouter',
    method: 'POST',
    url: workspace.eventCallbackUrl ?? '',
    timeoutMs: limits.taskRouterCallbackTimeoutMs,
    retries: () => 0,
    params: {
      EventType: name,
      Sid: sid,
      AccountSid: accountSid,
      WorkspaceSid: workspace.sid,
      WorkspaceName: workspace.friendlyName,
      EventDescription: description,
      ResourceType: resource[0],
      ResourceSid: resource[1],
      Timestamp: String(Math.floor(happenedAtMs / 1000)),
      TimestampMs: String(happenedAtMs),
      ...fields,
    },
  });
}

import type { Named } from '../../../kernel/bus';
import { reservationEventNames, taskEventNames, type Context, type TaskRouterEvent } from '../events';
import type { TaskRouterStore } from '../store';
import { channelFields, fieldsOfTask, fieldsOfWorker, previousActivityFields } from './event-fields';

/** The events that go to the workspace's callback. */
const told = [
  ...reservationEventNames,
  ...taskEventNames,
  'worker.activity.update',
  'worker.attributes.update',
  'worker.capacity.configured',
  'worker.channel.availability.update',
] as const;

type Told = Named<TaskRouterEvent, (typeof told)[number]>;
type Fields = Readonly<Record<string, string>>;

interface Subject {
  readonly resource: readonly [type: string, sid: string];
  readonly description: string;
  readonly fields: Fields;
}

const lastWord = (type: string): string => type.split('.').at(-1) ?? type;

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
  const { worker } = event;
  const fields = { ...fieldsOfWorker(store, worker), ...previousActivityFields(event), ...channelFields(event) };
  const activity = store.activities.get(worker.activitySid)?.friendlyName ?? '';
  const what = event.type === 'worker.activity.update' ? `updated to ${activity} Activity` : 'updated';
  return { resource: ['worker', worker.sid], description: `Worker ${worker.friendlyName} ${what}`, fields };
}

/** Twilio's name of an event, where it differs from ours. */
const nameOf = ({ type }: Told): string => (type === 'worker.capacity.configured' ? 'worker.capacity.update' : type);

/** Form POSTs for each event: https://www.twilio.com/docs/taskrouter/api/event/reference */
export function sendEventCallbacks(context: Context, store: TaskRouterStore): void {
  const { accountSid, clock, deliveries, events, limits, sids } = context;
  const send = (event: Told) => {
    const { eventCallbackUrl: url, eventsFilter } = store.workspace;
    const name = nameOf(event);
    if (url === null || (eventsFilter.length > 0 && !eventsFilter.includes(name))) return;
    const nowMs = clock.nowMs();
    const { resource, description, fields } = subjectOf(store, event, nowMs);
    const sid = sids.next('EV');
    deliveries.send({
      sid,
      kind: 'taskrouter',
      method: 'POST',
      url,
      timeoutMs: limits.taskRouterCallbackTimeoutMs,
      retries: () => 0,
      params: {
        EventType: name,
        Sid: sid,
        AccountSid: accountSid,
        WorkspaceSid: store.workspace.sid,
        WorkspaceName: store.workspace.friendlyName,
        EventDescription: description,
        ResourceType: resource[0],
        ResourceSid: resource[1],
        Timestamp: String(Math.floor(nowMs / 1000)),
        TimestampMs: String(nowMs),
        ...fields,
      },
    });
  };
  events.on(Object.fromEntries(told.map((name) => [name, send])));
}

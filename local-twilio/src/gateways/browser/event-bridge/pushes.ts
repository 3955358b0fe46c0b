import type { WorldEvent } from '../../../account/events';
import type { World } from '../../../account/world';
import type { EventBridgeWire } from './answers';

/** An event for the pages of some workers. */
export interface EventBridgePush {
  readonly workerSids: readonly string[];
  readonly eventType: string;
  readonly payload: Record<string, unknown>;
}

/** Which workers' pages hear of an event, and what they are told. The payload is read now: entities are live. */
export function eventBridgePush(world: World, wire: EventBridgeWire, event: WorldEvent): EventBridgePush | undefined {
  switch (event.type) {
    case 'reservation.created':
    case 'reservation.accepted':
    case 'reservation.rejected':
    case 'reservation.timeout':
    case 'reservation.canceled':
    case 'reservation.rescinded':
    case 'reservation.wrapup':
    case 'reservation.completed':
      return {
        workerSids: [event.worker.sid],
        eventType: event.type,
        payload: wire.reservation(event.reservation, event.task),
      };
    case 'task.updated':
    case 'task.wrapup':
    case 'task.completed':
    case 'task.canceled':
      return {
        workerSids: workersOfTask(world, event.task.sid),
        eventType: event.type,
        payload: wire.task(event.task),
      };
    case 'worker.activity.update':
    case 'worker.attributes.update':
      return { workerSids: [event.worker.sid], eventType: event.type, payload: wire.worker(event.worker) };
    case 'worker.capacity.update':
      return {
        workerSids: [event.worker.sid],
        eventType: event.type,
        payload: wire.workerChannel(event.channel),
      };
    case 'participant.added':
    case 'participant.modified':
    case 'participant.removed': {
      const others = [...event.channel.participants.values(), event.participant];
      const workers = others.flatMap((one) => one.routing?.workerSid ?? []);
      return {
        workerSids: [...new Set(workers)],
        eventType: event.type,
        payload: wire.participant(event.channel, event.participant),
      };
    }
    default:
      return undefined;
  }
}

function workersOfTask(world: World, taskSid: string): readonly string[] {
  const concerned = world.taskRouter
    .reservationsOfTask(taskSid)
    .filter(({ status }) => status !== 'rejected' && status !== 'timeout' && status !== 'rescinded');
  return [...new Set(concerned.map((one) => one.workerSid))];
}

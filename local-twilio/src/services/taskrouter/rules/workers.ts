import type { Context } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { TaskRouter } from '../commands';
import type { Activity, Worker } from '../entities';
import type { Reservations } from './reservations';
import type { Routing } from './routing';
import { checkTaskAttributes, getFrom, getQueue, getTaskChannel, workerChannel } from '../store';
import type { TaskRouterStore } from '../store';
import { matchesQueue } from './workflow';

type Workers = Pick<
  TaskRouter,
  'worker' | 'findWorker' | 'workers' | 'setActivity' | 'setWorkerAttributes' | 'setCapacity' | 'isEligible'
>;

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly reservations: Reservations;
  readonly routing: () => Routing;
}

interface Move {
  readonly workerSid: string;
  readonly activitySid: string;
  readonly rejectPendingReservations?: boolean;
}

/** Throws what Twilio says of an activity that the worker cannot go to. */
export function checkMove({ store, reservations }: Pick<Parts, 'store' | 'reservations'>, move: Move): Activity {
  const activity = getFrom(store.activities, move.activitySid, 'Activities');
  const isOffered = reservations.activeReservations(move.workerSid).some(({ status }) => status === 'pending');
  if (!activity.available && isOffered && !move.rejectPendingReservations)
    throw invalidParameter(`Worker ${move.workerSid} has pending reservations`);
  return activity;
}

export function createWorkers({ context, store, reservations, routing }: Parts): Workers {
  const { clock, events, limits } = context;
  const find = (sid: string): Worker => getFrom(store.workers, sid, 'Workers');
  const changed = (worker: Worker) => {
    worker.updatedAtMs = clock.nowMs();
    worker.version += 1;
  };
  return {
    worker: find,
    findWorker: (sid) => store.workers.get(sid),
    workers: () => [...store.workers.values()],
    isEligible: (workerSid, queueSid) => matchesQueue(store, find(workerSid), getQueue(store, queueSid)),
    setActivity(workerSid, activitySid, options = {}) {
      const worker = find(workerSid);
      const activity = checkMove({ store, reservations }, { workerSid, activitySid, ...options });
      const pending = reservations.activeReservations(workerSid).filter(({ status }) => status === 'pending');
      const previous = {
        activity: getFrom(store.activities, worker.activitySid, 'Activities'),
        forMs: clock.nowMs() - worker.statusChangedAtMs,
      };
      worker.activitySid = activity.sid;
      worker.statusChangedAtMs = clock.nowMs();
      changed(worker);
      events.emit({ type: 'worker.activity.update', worker, previous });
      if (!activity.available) for (const reservation of pending) reservations.turnDown(reservation, 'rejected');
      // A worker who comes back may be offered again what they turned down.
      if (activity.available) for (const task of store.tasks.values()) task.rejectedBy.delete(worker.sid);
      routing().route();
      return worker;
    },
    setWorkerAttributes(workerSid, attributes) {
      const worker = find(workerSid);
      worker.attributes = checkTaskAttributes(attributes, limits.workerAttributesCharacters);
      changed(worker);
      events.emit({ type: 'worker.attributes.update', worker });
      routing().route();
      return worker;
    },
    setCapacity(workerSid, taskChannel, { capacity, available }) {
      const worker = find(workerSid);
      const known = [...worker.channels.values()].find(({ sid }) => sid === taskChannel);
      const channel = known ?? workerChannel(worker, getTaskChannel(store, taskChannel).sid);
      if (capacity !== undefined && capacity < 0) throw invalidParameter('Capacity is 0 or more');
      const { configuredCapacity: previousCapacity, available: wasAvailable } = channel;
      channel.configuredCapacity = capacity ?? previousCapacity;
      channel.available = available ?? wasAvailable;
      channel.updatedAtMs = clock.nowMs();
      events.emit({ type: 'worker.capacity.update', worker, channel });
      if (channel.configuredCapacity !== previousCapacity)
        events.emit({ type: 'worker.capacity.configured', worker, channel, previousCapacity });
      if (channel.available !== wasAvailable)
        events.emit({ type: 'worker.channel.availability.update', worker, channel, previousCapacity });
      routing().route();
      return channel;
    },
  };
}

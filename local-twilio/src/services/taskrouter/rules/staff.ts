import type { Context } from '../events';
import type { Worker } from '../entities';
import {
  activityOfWorkspace,
  checkTaskAttributes,
  getActivity,
  getFrom,
  isActive,
  isOpen,
  type TaskRouterStore,
} from '../store';
import type { WorkspaceCommands } from '../workspace-commands';
import { checkName, checkUnique, inUse, referred } from './names';
import type { Routing } from './routing';
import { channelOfWorker } from './task-channels';

type Staff = Pick<WorkspaceCommands, 'createWorker' | 'renameWorker' | 'removeWorker'>;

/** Throws what Twilio says of a name that is too long, or somebody else's. */
export function checkWorkerName(context: Context, store: TaskRouterStore, { name, sid }: WorkerName): string {
  const others = [...store.workers.values()].map((one) => ({ sid: one.sid, name: one.friendlyName }));
  checkUnique({ context, store }, 'Worker', { name: checkName(context, name), sid, others });
  return name;
}

interface WorkerName {
  readonly name: string;
  /** Of the worker who has it, or is to. */
  readonly sid?: string;
}

/** Who works here: https://www.twilio.com/docs/taskrouter/api/worker */
export function createStaff(context: Context, store: TaskRouterStore, routing: Routing): Staff {
  const { clock, events, limits, sids } = context;
  const find = (sid: string): Worker => getFrom(store.workers, sid, 'Workers');

  /** "If not provided, the new Worker's initial state is the default_activity_sid configured on the Workspace." */
  const firstActivity = (asked: string | undefined): Worker['activitySid'] =>
    referred(store.activities, asked ?? activityOfWorkspace(store, 'default')?.sid ?? '', 'ActivitySid').sid;

  return {
    createWorker({ friendlyName, activitySid, attributes = '{}' }) {
      const sid = sids.next('WK');
      const nowMs = clock.nowMs();
      const worker: Worker = {
        sid,
        createdAtMs: nowMs,
        friendlyName: checkWorkerName(context, store, { name: friendlyName }),
        activitySid: firstActivity(activitySid),
        attributes: checkTaskAttributes(attributes, limits.workerAttributesCharacters),
        statusChangedAtMs: nowMs,
        updatedAtMs: nowMs,
        version: 0,
        channels: new Map([...store.taskChannels.values()].map((one) => [one.sid, channelOfWorker(context, sid, one)])),
      };
      store.workers.set(sid, worker);
      events.emit({ type: 'worker.created', worker });
      routing.route();
      return worker;
    },
    renameWorker(sid, friendlyName) {
      const worker = find(sid);
      worker.friendlyName = checkWorkerName(context, store, { name: friendlyName, sid });
      worker.updatedAtMs = clock.nowMs();
      worker.version += 1;
      routing.route();
      return worker;
    },
    removeWorker(sid) {
      const worker = find(sid);
      const { available, friendlyName } = getActivity(store, worker);
      if (available) throw inUse(`Worker ${sid}`, `their activity, ${friendlyName}, is an available one`);
      const held = [...store.reservations.values()].filter((one) => one.workerSid === sid);
      if (held.some(isActive)) throw inUse(`Worker ${sid}`, 'they hold reservations');
      for (const task of store.tasks.values())
        if (isOpen(task) && task.routingTarget === sid) throw inUse(`Worker ${sid}`, `task ${task.sid} waits for them`);
      store.workers.delete(sid);
      for (const reservation of held) store.reservations.delete(reservation.sid);
      events.emit({ type: 'worker.deleted', worker });
    },
  };
}

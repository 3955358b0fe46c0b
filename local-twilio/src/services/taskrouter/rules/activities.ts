import type { Context } from '../events';
import type { Activity } from '../entities';
import { activityOfWorkspace, getFrom, type TaskRouterStore } from '../store';
import type { WorkspaceCommands } from '../workspace-commands';
import { checkName, checkUnique, inUse } from './names';

type Activities = Pick<WorkspaceCommands, 'createActivity' | 'renameActivity' | 'removeActivity'>;

/** https://www.twilio.com/docs/taskrouter/api/activity */
export function createActivities(context: Context, store: TaskRouterStore): Activities {
  const { clock, events, sids } = context;

  const check = (name: string, sid?: string) => {
    const others = [...store.activities.values()].map((one) => ({ sid: one.sid, name: one.friendlyName }));
    checkUnique({ context, store }, 'Activity', { name: checkName(context, name), sid, others });
  };

  const needsIt = ({ sid }: Activity): string | undefined => {
    if ([...store.workers.values()].some(({ activitySid }) => activitySid === sid)) return 'workers are in it';
    if (activityOfWorkspace(store, 'default')?.sid === sid) return "it is the workspace's default activity";
    if (activityOfWorkspace(store, 'timeout')?.sid === sid) return "it is the workspace's timeout activity";
    const queue = [...store.queues.values()].find(
      (one) => one.reservationActivitySid === sid || one.assignmentActivitySid === sid,
    );
    return queue && `queue ${queue.sid} names it`;
  };

  return {
    createActivity({ friendlyName, available }) {
      check(friendlyName);
      const nowMs = clock.nowMs();
      const activity: Activity = {
        sid: sids.next('WA'),
        friendlyName,
        available,
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      };
      store.activities.set(activity.sid, activity);
      events.emit({ type: 'activity.created', activity });
      return activity;
    },
    renameActivity(sid, friendlyName) {
      const held = getFrom(store.activities, sid, 'Activities');
      check(friendlyName, sid);
      const activity = { ...held, friendlyName, updatedAtMs: clock.nowMs() };
      store.activities.set(sid, activity);
      events.emit({ type: 'activity.updated', activity });
      return activity;
    },
    removeActivity(sid) {
      const activity = getFrom(store.activities, sid, 'Activities');
      const need = needsIt(activity);
      if (need !== undefined) throw inUse(`Activity ${sid}`, need);
      store.activities.delete(sid);
      events.emit({ type: 'activity.deleted', activity });
    },
  };
}

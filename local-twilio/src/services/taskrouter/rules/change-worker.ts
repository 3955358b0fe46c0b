import type { TaskRouter } from '../commands';
import type { Context } from '../events';
import { checkTaskAttributes, type TaskRouterStore } from '../store';
import type { WorkspaceCommands } from '../workspace-commands';
import type { Reservations } from './reservations';
import type { Routing } from './routing';
import { checkWorkerName } from './staff';
import { checkMove } from './workers';

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly reservations: Reservations;
  readonly routing: Routing;
  readonly commands: Pick<TaskRouter, 'worker' | 'setActivity' | 'setWorkerAttributes'> &
    Pick<WorkspaceCommands, 'renameWorker'>;
}

type Changes = Pick<TaskRouter, 'changeWorker' | 'rejectInto'>;

/** Changes of a worker that one request asks for together: all of them are checked before any is done. */
export function createWorkerChanges({ context, store, reservations, routing, commands }: Parts): Changes {
  return {
    changeWorker(sid, { friendlyName, attributes, activitySid, rejectPendingReservations }) {
      const worker = commands.worker(sid);
      if (friendlyName !== undefined) checkWorkerName(context, store, { name: friendlyName, sid });
      if (attributes !== undefined) checkTaskAttributes(attributes, context.limits.workerAttributesCharacters);
      if (activitySid !== undefined)
        checkMove({ store, reservations }, { workerSid: sid, activitySid, rejectPendingReservations });
      // Nothing is offered in between: new attributes could fit a task that the new activity is not for.
      routing.hold(() => {
        if (friendlyName !== undefined) commands.renameWorker(sid, friendlyName);
        if (attributes !== undefined) commands.setWorkerAttributes(sid, attributes);
        if (activitySid !== undefined) commands.setActivity(sid, activitySid, { rejectPendingReservations });
      });
      return worker;
    },
    rejectInto(reservationSid, activitySid) {
      const { workerSid } = reservations.reservation(reservationSid);
      checkMove({ store, reservations }, { workerSid, activitySid, rejectPendingReservations: true });
      routing.hold(() => {
        reservations.answerReservation(reservationSid, 'rejected');
        commands.setActivity(workerSid, activitySid, { rejectPendingReservations: true });
      });
      return reservations.reservation(reservationSid);
    },
  };
}

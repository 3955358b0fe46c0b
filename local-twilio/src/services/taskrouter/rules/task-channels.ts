import { invalidParameter, notFound } from '../../../kernel/errors';
import type { Context } from '../events';
import type { TaskChannel, Worker, WorkerChannel } from '../entities';
import { isOpen, type TaskRouterStore } from '../store';
import type { WorkspaceCommands } from '../workspace-commands';
import { checkName, checkUnique, inUse } from './names';

type TaskChannels = Pick<
  WorkspaceCommands,
  'taskChannel' | 'createTaskChannel' | 'changeTaskChannel' | 'removeTaskChannel'
>;

/** Where tasks go that name no channel. */
const DEFAULT_CHANNEL = 'default';
/** That a worker has room for one task of a channel that nobody configured is from memory. */
const CAPACITY = 1;

export const channelOfWorker = (
  { clock, sids }: Context,
  workerSid: Worker['sid'],
  { sid, uniqueName }: TaskChannel,
): WorkerChannel => ({
  sid: sids.next('WC'),
  workerSid,
  taskChannelSid: sid,
  taskChannelUniqueName: uniqueName,
  createdAtMs: clock.nowMs(),
  configuredCapacity: CAPACITY,
  available: true,
  assignedTasks: 0,
  lastReservedAtMs: null,
  updatedAtMs: clock.nowMs(),
});

/** https://www.twilio.com/docs/taskrouter/api/task-channel */
export function createTaskChannels(context: Context, store: TaskRouterStore): TaskChannels {
  const { clock, events, sids } = context;
  const find = (name: string): TaskChannel => {
    const found = [...store.taskChannels.values()].find(({ sid, uniqueName }) => sid === name || uniqueName === name);
    if (!found) throw notFound(`/TaskChannels/${name}`);
    return found;
  };

  return {
    taskChannel: find,
    createTaskChannel({ friendlyName, uniqueName, channelOptimizedRouting = false }) {
      checkName(context, friendlyName);
      const others = [...store.taskChannels.values()].map((one) => ({ sid: one.sid, name: one.uniqueName }));
      const name = checkName(context, uniqueName, 'UniqueName');
      checkUnique({ context, store }, 'Task channel', { name, others });
      const taskChannel: TaskChannel = {
        sid: sids.next('TC'),
        uniqueName,
        friendlyName,
        createdAtMs: clock.nowMs(),
        channelOptimizedRouting,
      };
      store.taskChannels.set(taskChannel.sid, taskChannel);
      for (const worker of store.workers.values())
        worker.channels.set(taskChannel.sid, channelOfWorker(context, worker.sid, taskChannel));
      events.emit({ type: 'task-channel.created', taskChannel });
      return taskChannel;
    },
    changeTaskChannel(named, { friendlyName, channelOptimizedRouting }) {
      const held = find(named);
      const taskChannel = {
        ...held,
        friendlyName: friendlyName === undefined ? held.friendlyName : checkName(context, friendlyName),
        channelOptimizedRouting: channelOptimizedRouting ?? held.channelOptimizedRouting,
        updatedAtMs: clock.nowMs(),
      };
      store.taskChannels.set(held.sid, taskChannel);
      events.emit({ type: 'task-channel.updated', taskChannel });
      return taskChannel;
    },
    removeTaskChannel(named) {
      const taskChannel = find(named);
      const { sid } = taskChannel;
      if (taskChannel.uniqueName === DEFAULT_CHANNEL)
        throw invalidParameter(`Task channel ${DEFAULT_CHANNEL} cannot be deleted`);
      const task = [...store.tasks.values()].filter(isOpen).find(({ taskChannelSid }) => taskChannelSid === sid);
      if (task) throw inUse(`Task channel ${sid}`, `task ${task.sid} is of it`);
      store.taskChannels.delete(sid);
      for (const worker of store.workers.values()) worker.channels.delete(sid);
      events.emit({ type: 'task-channel.deleted', taskChannel });
    },
  };
}

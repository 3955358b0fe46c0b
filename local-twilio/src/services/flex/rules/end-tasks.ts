import type { TaskRouter } from '../../taskrouter/commands';
import type { RoutingStatus } from '../commands';
import type { InteractionChannel, InteractionChannelStatus } from '../entities';
import type { FlexParts } from './hooks';

interface Ending {
  readonly taskRouter: TaskRouter;
  readonly channel: InteractionChannel;
  readonly routing: RoutingStatus;
}

/** Tasks nobody took are canceled; the agent's wraps up or is completed. */
export function endTasks({ taskRouter, channel, routing }: Ending): void {
  for (const invite of channel.invites.values()) {
    const task = taskRouter.findTask(invite.taskSid);
    if (!task) continue;
    if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved')
      taskRouter.cancelTask(task.sid, 'Interaction channel closed');
    else if (routing === 'wrapup' && task.assignmentStatus === 'assigned') taskRouter.wrapUpTask(task.sid);
    else if (routing === 'closed' && (task.assignmentStatus === 'assigned' || task.assignmentStatus === 'wrapping'))
      taskRouter.completeTask(task.sid);
  }
}

/** Moves a channel to another status and says so. */
export function setChannel(
  { context, touch }: Pick<FlexParts, 'context' | 'touch'>,
  channel: InteractionChannel,
  status: InteractionChannelStatus,
): InteractionChannel {
  channel.status = status;
  touch(channel);
  context.events.emit({ type: 'interaction.channel.updated', channel });
  return channel;
}

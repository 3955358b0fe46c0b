import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { Task } from '../../taskrouter/entities';
import { readAttributes } from '../../taskrouter/entities';
import type { Flex } from '../commands';
import type { InteractionChannel, InteractionParticipant, Transfer, InviteRouting } from '../entities';
import type { FlexParts } from './hooks';
import type { InviteCommands } from './invites';
import { getChannel } from '../store';

interface Parts extends FlexParts {
  readonly invites: InviteCommands;
}

function serving({ taskRouter }: FlexParts, channel: InteractionChannel, sid: string): [InteractionParticipant, Task] {
  const participant = channel.participants.get(sid);
  if (!participant) throw notFound(`/Channels/${channel.sid}/Participants/${sid}`);
  const task = participant.routing ? taskRouter.findTask(participant.routing.taskSid) : undefined;
  if (participant.status !== 'open' || task?.assignmentStatus !== 'assigned')
    throw new TwilioError(400, 45359, `Participant ${sid} does not serve the channel`);
  return [participant, task];
}

/** A worker gets it in the queue that it came from, or in the first one that they are in. */
function queueOfWorker({ taskRouter }: FlexParts, task: Task, workerSid: string): string {
  const queues = taskRouter.queues();
  const inOrder = [...queues].sort(
    (one, other) => Number(other.sid === task.queueSid) - Number(one.sid === task.queueSid),
  );
  const found = inOrder.find(({ sid }) => taskRouter.isEligible(workerSid, sid));
  if (!found) throw invalidParameter(`Worker ${workerSid} is in no queue`);
  return found.sid;
}

function routingOf(parts: FlexParts, task: Task, to: string): InviteRouting {
  const { taskRouter } = parts;
  const common = {
    workspaceSid: taskRouter.workspace.sid,
    taskChannel: task.taskChannelSid,
    attributes: readAttributes(task.attributes),
    priority: task.priority,
  };
  if (to.startsWith('WQ')) return { ...common, queueSid: taskRouter.queue(to).sid };
  if (to.startsWith('WK')) return { ...common, queueSid: queueOfWorker(parts, task, to), workerSid: to };
  throw invalidParameter(`A transfer goes to a worker or to a queue, not to ${to}`);
}

/**
 * Cold transfers: a new task for somebody else, and the agent leaves the conversation into their wrap-up.
 * https://www.twilio.com/docs/flex/admin-guide/setup/conversations/messaging-transfers; that they leave at once, and
 * what becomes of a transfer that is declined, is not documented (here: what becomes of every direct invite).
 */
export function createTransfers(parts: Parts): Pick<Flex, 'transfer' | 'transfers'> {
  const { context, store, taskRouter, invites, leave } = parts;
  const { clock, sids } = context;
  return {
    transfers: (interactionSid, channelSid) => getChannel(store, interactionSid, channelSid).transfers,
    transfer({ interactionSid, channelSid, fromParticipantSid, to }) {
      const channel = getChannel(store, interactionSid, channelSid);
      const [participant, task] = serving(parts, channel, fromParticipantSid);
      invites.invite(interactionSid, channelSid, routingOf(parts, task, to));
      taskRouter.wrapUpTask(task.sid, 'Transferred');
      leave(channel, participant);
      const transfer: Transfer = {
        sid: sids.next('UX'),
        interactionSid: channel.interactionSid,
        channelSid: channel.sid,
        fromParticipantSid,
        to,
        createdAtMs: clock.nowMs(),
      };
      channel.transfers.push(transfer);
      return transfer;
    },
  };
}

import { deadlines } from '../../../kernel/deadlines';
import { notFound, TwilioError } from '../../../kernel/errors';
import type { Conversation, Message } from '../../conversations/entities';
import type { Task } from '../../taskrouter/entities';
import type { Flex } from '../commands';
import { endTasks, setChannel } from './end-tasks';
import type { InteractionChannel, PausedChannel, InviteRouting } from '../entities';
import type { FlexParts } from './hooks';
import type { InviteCommands } from './invites';
import { getChannel } from '../store';

type LeaveAndPause = Pick<Flex, 'leaveChannel' | 'pauseChannel' | 'resumeChannel' | 'pausedChannels'>;

interface Parts extends FlexParts {
  readonly invites: InviteCommands;
}

/** The way back is by workflow, whoever was asked for last. */
function byWorkflow({ store }: FlexParts, { lastRouting }: InteractionChannel): InviteRouting {
  if (!lastRouting) throw new TwilioError(400, 45008, 'The channel was never routed');
  const usual = store.configuration['taskrouter_target_workflow_sid'];
  const { workflowSid = typeof usual === 'string' ? usual : undefined } = lastRouting;
  return { ...lastRouting, workflowSid, queueSid: undefined, workerSid: undefined };
}

const isByCustomer = (conversation: Conversation, channel: InteractionChannel, { participantSid }: Message): boolean =>
  conversation.participants.has(participantSid ?? '') &&
  [...channel.participants.values()].some(
    ({ type, conversationParticipantSid }) => type === 'customer' && conversationParticipantSid === participantSid,
  );

/** After Leave the customer's reply makes a new task, for whoever the workflow finds. */
function routeReplies(parts: Parts): void {
  const { context, store, invites } = parts;
  context.events.on({
    'conversation.message.added'({ conversation, message }) {
      const channel = [...store.channels.values()].find(({ conversationSid }) => conversationSid === conversation.sid);
      if (channel?.status !== 'inactive' || !isByCustomer(conversation, channel, message)) return;
      setChannel(parts, channel, 'active');
      invites.invite(channel.interactionSid, channel.sid, byWorkflow(parts, channel));
    },
  });
}

/** Whoever serves the channel, and their task. */
function served({ taskRouter }: FlexParts, channel: InteractionChannel): { task: Task; participantSid: string } {
  for (const { sid, status, routing } of channel.participants.values()) {
    const task = routing && status === 'open' ? taskRouter.findTask(routing.taskSid) : undefined;
    if (task?.assignmentStatus === 'assigned') return { task, participantSid: sid };
  }
  throw new TwilioError(400, 45359, `Nobody serves channel ${channel.sid}`);
}

function hasRoom({ taskRouter }: FlexParts, { workerSid, taskChannelSid }: PausedChannel): boolean {
  const found = taskRouter.findWorker(workerSid)?.channels.get(taskChannelSid);
  return found !== undefined && found.available && found.assignedTasks < found.configuredCapacity;
}

/** A new task that its agent need not accept by hand; at capacity it goes by workflow. */
function takeUp(parts: Parts, channel: InteractionChannel, paused: PausedChannel): void {
  const { taskRouter, invites } = parts;
  const { interactionSid, sid } = channel;
  if (!hasRoom(parts, paused)) {
    invites.invite(interactionSid, sid, byWorkflow(parts, channel));
    return;
  }
  const { queueSid, workerSid } = paused;
  const invite = invites.invite(interactionSid, sid, {
    ...byWorkflow(parts, channel),
    workflowSid: undefined,
    queueSid,
    workerSid,
  });
  const offered = taskRouter.reservationsOfTask(invite.taskSid).find(({ status }) => status === 'pending');
  if (offered) invites.acceptInvite(invite.sid, offered.sid);
}

/** All that resuming needs. */
function pauseOf(parts: Parts, channel: InteractionChannel): PausedChannel {
  const { context, taskRouter } = parts;
  const { task, participantSid } = served(parts, channel);
  const reservation = taskRouter.reservationsOfTask(task.sid).find(({ status }) => status === 'accepted');
  if (!reservation || task.queueSid === null) throw notFound(`/Reservations of ${task.sid}`);
  const { queueSid, taskChannelSid, attributes } = task;
  const pausedAtMs = context.clock.nowMs();
  const untilMs = pausedAtMs + context.limits.pauseMs;
  return {
    workerSid: reservation.workerSid,
    participantSid,
    queueSid,
    taskChannelSid,
    attributes,
    pausedAtMs,
    untilMs,
  };
}

/** https://www.twilio.com/docs/flex/admin-guide/setup/conversations/leave-and-pause-for-conversations */
export function createLeaveAndPause(parts: Parts): LeaveAndPause {
  const { context, store, conversations, taskRouter, invites } = parts;
  routeReplies(parts);

  const open = (interactionSid: string, channelSid: string): InteractionChannel => {
    const channel = getChannel(store, interactionSid, channelSid);
    if (channel.status === 'closed') throw new TwilioError(400, 45359, 'The channel is closed');
    return channel;
  };

  /** A pause that expires is routed again by the workflow, unless the customer's conversation has ended meanwhile. */
  const endPause = (channel: InteractionChannel) => {
    channel.paused = null;
    const conversation = conversations.find(channel.conversationSid);
    const isOver = conversation === undefined || conversation.state === 'closed';
    setChannel(parts, channel, isOver ? 'closed' : 'active');
    if (!isOver) invites.invite(channel.interactionSid, channel.sid, byWorkflow(parts, channel));
  };

  const pauses = deadlines<InteractionChannel>(context.clock, ({ status, paused }) =>
    status === 'pause' && paused ? paused.untilMs : null,
  );
  const watchPause = (channel: InteractionChannel) => pauses.watch(channel, () => endPause(channel));
  for (const channel of store.channels.values()) watchPause(channel);
  context.events.on({ 'interaction.channel.updated': ({ channel }) => watchPause(channel) });

  return {
    leaveChannel(interactionSid, channelSid, routing = 'closed') {
      const channel = open(interactionSid, channelSid);
      setChannel(parts, channel, 'inactive');
      endTasks({ taskRouter, channel, routing });
      return channel;
    },
    pauseChannel(interactionSid, channelSid, routing = 'closed') {
      const channel = open(interactionSid, channelSid);
      const paused = pauseOf(parts, channel);
      channel.paused = paused;
      setChannel(parts, channel, 'pause');
      endTasks({ taskRouter, channel, routing });
      return channel;
    },
    resumeChannel(interactionSid, channelSid, workerSid) {
      const channel = getChannel(store, interactionSid, channelSid);
      const { paused } = channel;
      if (channel.status !== 'pause' || paused?.workerSid !== workerSid)
        throw notFound(`/Interactions/${interactionSid}/Channels/${channelSid} paused by ${workerSid}`);
      channel.paused = null;
      setChannel(parts, channel, 'active');
      takeUp(parts, channel, paused);
      return channel;
    },
    pausedChannels: (workerSid) =>
      [...store.channels.values()].filter(
        ({ status, paused }) => status === 'pause' && paused?.workerSid === workerSid,
      ),
  };
}

import type { InteractionChannel, InteractionParticipant } from '../../../services/flex/entities';
import type {
  Activity,
  Reservation,
  Task,
  TaskQueue,
  Worker,
  WorkerChannel,
} from '../../../services/taskrouter/entities';
import type { World } from '../../../account/world';
import { isoTime, unixSeconds } from '../../../kernel/browser/times';

/** The twilio-taskrouter SDK refuses an object that lacks one of these fields, even when it is null. */
export interface EventBridgeWire {
  worker(worker: Worker): Record<string, unknown>;
  activity(activity: Activity): Record<string, unknown>;
  workerChannel(channel: WorkerChannel): Record<string, unknown>;
  queue(queue: TaskQueue): Record<string, unknown>;
  task(task: Task): Record<string, unknown>;
  reservation(reservation: Reservation, task: Task): Record<string, unknown>;
  participant(channel: InteractionChannel, participant: InteractionParticipant): Record<string, unknown>;
  channel(channel: InteractionChannel): Record<string, unknown>;
}

export function eventBridgeWire(world: World): EventBridgeWire {
  const account = { account_sid: world.accountSid };
  const owned = { ...account, workspace_sid: world.taskRouter.workspace.sid };
  const task = (one: Task) => taskWire(world, one);
  const participant = (channel: InteractionChannel, one: InteractionParticipant) => ({
    ...account,
    ...participantWire(world, channel, one),
  });

  return {
    worker: (one) => {
      const activity = world.taskRouter.activity(one.activitySid);
      return {
        ...owned,
        ...dates(one),
        activity_name: activity.friendlyName,
        activity_sid: activity.sid,
        attributes: one.attributes,
        available: activity.available,
        date_status_changed: unixSeconds(one.statusChangedAtMs),
        friendly_name: one.friendlyName,
        sid: one.sid,
        version: one.version,
      };
    },
    activity: (one) => ({
      ...owned,
      ...dates(one),
      available: one.available,
      friendly_name: one.friendlyName,
      sid: one.sid,
    }),
    workerChannel: (one) => ({ ...owned, ...workerChannelWire(one) }),
    queue: (one) => ({ ...owned, ...queueWire(one) }),
    task,
    // `task_transfer: null` would make the SDK call the reservation malformed: it is left out.
    reservation: (one, ofTask) => ({
      ...owned,
      ...dates(one),
      reservation_status: one.status,
      reservation_timeout: one.timeoutSeconds,
      sid: one.sid,
      task: task(ofTask),
      task_sid: one.taskSid,
      worker_sid: one.workerSid,
      worker_name: world.taskRouter.worker(one.workerSid).friendlyName,
      version: one.version,
    }),
    participant,
    channel: ({ sid, interactionSid, type, status }) => ({
      sid,
      interaction_sid: interactionSid,
      type,
      status,
      error_code: null,
    }),
  };
}

const dates = (entity: { createdAtMs: number; updatedAtMs: number }) => ({
  date_created: unixSeconds(entity.createdAtMs),
  date_updated: unixSeconds(entity.updatedAtMs),
});

function taskWire(world: World, one: Task): Record<string, unknown> {
  const queue = one.queueSid ? world.taskRouter.queue(one.queueSid) : undefined;
  const workflow = one.workflowSid ? world.taskRouter.workflow(one.workflowSid) : undefined;
  return {
    account_sid: world.accountSid,
    workspace_sid: world.taskRouter.workspace.sid,
    ...dates(one),
    addons: '{}',
    age: unixSeconds(world.clock.nowMs() - one.createdAtMs),
    attributes: one.attributes,
    priority: one.priority,
    queue_name: queue?.friendlyName ?? null,
    queue_sid: one.queueSid,
    reason: one.reason,
    routing_target: one.routingTarget,
    sid: one.sid,
    assignment_status: one.assignmentStatus,
    task_channel_unique_name: one.taskChannelUniqueName,
    task_channel_sid: one.taskChannelSid,
    timeout: one.timeoutSeconds,
    workflow_name: workflow?.friendlyName ?? null,
    workflow_sid: one.workflowSid,
    version: one.version,
    virtual_start_time: unixSeconds(one.createdAtMs),
    ignore_capacity: one.ignoreCapacity,
  };
}

function queueWire(one: TaskQueue): Record<string, unknown> {
  return {
    date_created: unixSeconds(one.createdAtMs),
    date_updated: unixSeconds(one.createdAtMs),
    friendly_name: one.friendlyName,
    reservation_activity_name: null,
    assignment_activity_name: null,
    reservation_activity_sid: null,
    assignment_activity_sid: null,
    target_workers: one.targetWorkers,
    max_reserved_workers: one.maxReservedWorkers,
    task_order: one.taskOrder,
    lifo_queue: one.taskOrder === 'LIFO',
    sid: one.sid,
  };
}

function participantWire(
  world: World,
  channel: InteractionChannel,
  one: InteractionParticipant,
): Record<string, unknown> {
  return {
    sid: one.sid,
    participant_sid: one.sid,
    type: one.type,
    channel_sid: one.channelSid,
    interaction_sid: one.interactionSid,
    channel_type: channel.type,
    media_properties: mediaProperties(world, channel, one),
    routing_properties: {
      task_sid: one.routing?.taskSid ?? null,
      reservation_sid: one.routing?.reservationSid ?? null,
      worker_sid: one.routing?.workerSid ?? null,
      workspace_sid: world.taskRouter.workspace.sid,
    },
    date_created: isoTime(one.createdAtMs),
    date_updated: isoTime(one.updatedAtMs),
  };
}

function workerChannelWire(one: WorkerChannel): Record<string, unknown> {
  return {
    ...dates(one),
    assigned_tasks: one.assignedTasks,
    available: one.available,
    available_capacity_percentage: freePercentage(one),
    configured_capacity: one.configuredCapacity,
    last_reserved_time: one.lastReservedAtMs === null ? null : unixSeconds(one.lastReservedAtMs),
    sid: one.sid,
    task_channel_sid: one.taskChannelSid,
    task_channel_unique_name: one.taskChannelUniqueName,
    worker_sid: one.workerSid,
  };
}

function freePercentage({ configuredCapacity, assignedTasks }: WorkerChannel): number {
  return configuredCapacity === 0 ? 0 : Math.max(0, Math.round((1 - assignedTasks / configuredCapacity) * 100));
}

function mediaProperties(world: World, channel: InteractionChannel, participant: InteractionParticipant) {
  const conversation = world.conversations.find(channel.conversationSid);
  const member = conversation?.participants.get(participant.conversationParticipantSid);
  const binding = member?.messagingBinding;
  return {
    sid: participant.conversationParticipantSid,
    conversation_sid: channel.conversationSid,
    identity: member?.identity ?? null,
    ...(binding
      ? {
          messaging_binding: {
            type: binding.type,
            address: binding.address,
            proxy_address: binding.proxyAddress,
            name: binding.name,
          },
        }
      : {}),
  };
}

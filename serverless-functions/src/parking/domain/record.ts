import type {
  ConversationParticipantSid,
  ConversationSid,
  FlowSid,
  InteractionChannelSid,
  InteractionParticipantSid,
  InteractionSid,
  SyncMapSid,
  TaskQueueSid,
  TaskSid,
  WebhookSid,
  WorkerSid,
  WorkflowSid,
} from '../../contract/sids';

/** A customer in the conversation at park time: messages by him, and only by him, wake it. */
export interface Customer {
  participantSid: ConversationParticipantSid;
  /** Chat identity (web chat). */
  identity?: string;
  /** Address of a messaging binding, such as `whatsapp:+1555…`. */
  address?: string;
}

/**
 * One act of parking: everything a new task will need, copied because TaskRouter forgets finished tasks.
 * All that this act creates (record, webhook, list item) bears its `parkId`, and only that may be undone by it.
 */
export interface Park {
  parkId: string;
  parkedAtMs: number;
  conversationSid: ConversationSid;
  interactionSid: InteractionSid;
  channelSid: InteractionChannelSid;
  channelType: string;
  task: {
    sid: TaskSid;
    /** JSON, at most 4096 characters. */
    attributes: string;
    workflowSid: WorkflowSid;
    queueSid: TaskQueueSid;
    queueName: string;
    taskChannelUniqueName: string;
    priority: number;
  };
  agent: {
    workerSid: WorkerSid;
    identity: string;
    participantSid: InteractionParticipantSid;
    /** What people call him, as far as it could be read beside the release. */
    name?: string;
  };
  customers: Customer[];
  /** Index of the last message the agent had on screen; -1 for none. */
  lastSeenMessageIndex: number;
  /** When a customer wrote last, as far as the newest messages tell. */
  lastCustomerMessageAtMs?: number;
  showList: boolean;
  /** It is counted among what the agent has parked, because he may have `max` parked at most. */
  slot?: { max: number };
  /** The parked task goes to wrap-up: the agent has left the conversation, but not yet his task. */
  wrapUp?: boolean;
  /** Absent in records written before there was a choice: by workflow. */
  reply?: ReplyPlan;
  /** For the next agent; absent while `ask_for_note` is off. */
  note?: ParkNote;
}

/** What the settings said about the customer's reply when the conversation was parked; a wake reads no settings. */
export interface ReplyPlan {
  route: ReplyRoute;
  /** Added to the priority of `task`, which never includes it. */
  priorityBoost: number;
}

export type ReplyRoute =
  | { to: 'workflow' }
  /** To the agent who parked. `events`: how TaskRouter tells us that he did not take it. */
  | { to: 'worker'; timeoutSeconds: number; events: 'callback' | 'event-streams' }
  | { to: 'queue'; queueSid: TaskQueueSid }
  /** The flow asks for an agent; when it has not after that time, the workflow routes. */
  | FlowTarget;

export interface ParkNote {
  reason?: string;
  text?: string;
  /** How often this conversation has been parked, this time included. */
  timesParked: number;
}

/** What parking left at Twilio, as far as it is known. */
export interface Traces {
  webhookSid?: WebhookSid;
  /** `revision`: only this state of the row is ours to remove. */
  listItem?: { mapSid: SyncMapSid; mapItemKey: ConversationSid; revision: string };
}

export type Cause = 'customer-wrote' | 'agent-asked';

/** A Studio flow that gets the conversation for a while. */
export interface FlowTarget {
  to: 'studio';
  flowSid: FlowSid;
  timeoutMinutes: number;
}

/** Where an invite can go. */
export type InviteTarget = Exclude<Target, FlowTarget>;

export type Target =
  | { to: 'workflow' }
  /** `timeoutSeconds`: how long he has to accept; absent: as long as Twilio gives by default. */
  | { to: 'worker'; workerSid: WorkerSid; timeoutSeconds?: number }
  | { to: 'queue'; queueSid: TaskQueueSid }
  | FlowTarget;

/** Why a parked conversation cannot be routed by us any more. */
export type Problem = 'channel-gone' | 'routing-refused';

interface Common {
  park: Park;
  traces: Traces;
  /** Until then a call whose answer was lost may still take effect, so the last clean-up has to wait. */
  lateCallsUntilMs?: number;
}

export interface ParkingRecord extends Common {
  state: 'parking';
  claimedAtMs: number;
  replyPending: boolean;
}

export interface ParkedRecord extends Common {
  state: 'parked';
  problem?: Problem;
  flow?: FlowTurn;
}

/** The customer has written, and a Studio flow looks after him until then. */
export interface FlowTurn {
  untilMs: number;
}

export interface UnparkingRecord extends Common {
  state: 'unparking';
  claimedAtMs: number;
  /** Tells this claim from a later one of the same park. */
  claimId: string;
  cause: Cause;
  target: Target;
  /** The flow that has it, which keeps it when the agent who asked cannot get it. */
  flow?: FlowTurn;
}

export interface ReturningRecord extends Common {
  state: 'returning';
  sinceMs: number;
  taskSid: TaskSid;
  cause: Cause;
  target: Target;
}

export type InteractionRecord = ParkingRecord | ParkedRecord | UnparkingRecord | ReturningRecord;

export type StateName = 'none' | InteractionRecord['state'];

export function stateOf(record: InteractionRecord | undefined): StateName {
  return record?.state ?? 'none';
}

/** What stays with a parked record while it is claimed, and after that in vain: a flow keeps its time. */
export function stays(
  { flow }: ParkedRecord | UnparkingRecord,
  problem?: Problem,
): Pick<ParkedRecord, 'flow' | 'problem'> {
  return { ...(flow && { flow }), ...(problem && { problem }) };
}

import type { QueueOverrides } from '../../contract/queue-settings';
import type { FlowSid, TaskQueueSid, WorkflowSid } from '../../contract/sids';

/** Where a customer's reply goes. A parked conversation keeps what was set when it was parked. */
export interface ReplySettings {
  onCustomerReply: 'workflow' | 'worker' | 'queue' | 'studio';
  workerInviteTimeoutSeconds: number;
  /** How long an agent who unparks has to accept before the workflow takes over, or it is parked again. */
  unparkInviteTimeoutSeconds: number;
  /** `original`: the queue that the conversation was parked in. */
  replyQueue: 'original' | TaskQueueSid;
  /** null: none, and the workflow routes. */
  studioFlowSid: FlowSid | null;
  studioTimeoutMinutes: number;
  /** How TaskRouter's events reach the Functions. */
  taskRouterEvents: 'callback' | 'event-streams';
  returningPriorityBoost: number;
}

/** What parking needs of the feature's settings. */
export interface ParkSettings extends ReplySettings {
  enabled: boolean;
  showList: boolean;
  askForNote: boolean;
  customerSpokeLast: 'warn' | 'allow' | 'refuse';
  /** The parked task goes to wrap-up instead of straight to completed. */
  wrapUp: boolean;
  /** By language tag, in order; empty: none. */
  courtesyMessage: Record<string, string>;
  /** null: parked without end. */
  maxParkAgeHours: number | null;
  atMaxParkAge: 'route' | 'close';
  /** null: any number. */
  maxParkedPerAgent: number | null;
  /** By the queue's name or SID. */
  queues: Readonly<Record<string, QueueOverrides>>;
}

/** The same with what the Flex configuration says in the same answer: the account's default workflow. */
export interface CurrentSettings extends ParkSettings {
  defaultWorkflowSid: WorkflowSid | undefined;
}

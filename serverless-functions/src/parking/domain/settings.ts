import type { FeatureSettings } from '../../../../flex-config/schema/park-interaction';
import type { WorkflowSid } from '../../contract/sids';

/** The feature's settings. What each one does is in their list, flex-config/schema/settings.ts. */
export type ParkSettings = FeatureSettings;

/** Where a customer's reply goes. A parked conversation keeps what was set when it was parked. */
export type ReplySettings = Pick<
  ParkSettings,
  | 'onCustomerReply'
  | 'workerInviteTimeoutSeconds'
  | 'unparkInviteTimeoutSeconds'
  | 'replyQueue'
  | 'studioFlowSid'
  | 'studioTimeoutMinutes'
  | 'taskrouterEvents'
  | 'returningPriorityBoost'
>;

/** What becomes of a conversation that is parked until a time. */
export type DueSettings = Pick<
  ParkSettings,
  'whenDue' | 'onlyThenMaxHours' | 'workerInviteTimeoutSeconds' | 'replyQueue' | 'taskrouterEvents'
>;

/** Which replies may wait, and how long. */
export type RemarkSettings = Pick<ParkSettings, 'smartWake' | 'smartWakeHours'>;

/** The same with what the Flex configuration says in the same answer. */
export interface CurrentSettings extends ParkSettings {
  /** Another one when somebody has changed the settings; says nothing else. */
  mark: string;
  /** The account's. */
  defaultWorkflowSid: WorkflowSid | undefined;
}

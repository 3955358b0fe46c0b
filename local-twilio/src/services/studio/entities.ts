import type { Kept } from '../../kernel/shapes';
import type { flow } from './state';

/** https://www.twilio.com/docs/studio/rest-api/v2/flow */
export type Flow = Kept<
  typeof flow,
  'friendlyName' | 'status' | 'definition' | 'revision' | 'commitMessage' | 'updatedAtMs' | 'published'
>;

/** One run of a flow for one message. */
export interface Execution {
  readonly flowSid: string;
  readonly conversationSid: string;
  /** The widgets in the order in which they ran. */
  readonly steps: string[];
  status: 'active' | 'ended';
}

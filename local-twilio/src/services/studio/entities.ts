import type { Sid } from '../../kernel/sids';
import type { FlowDefinition } from './rules/definition';

/** https://www.twilio.com/docs/studio/rest-api/v2/flow */
export interface Flow {
  readonly sid: Sid<'FW'>;
  readonly createdAtMs: number;
  friendlyName: string;
  /** Of the newest revision. */
  status: 'draft' | 'published';
  definition: FlowDefinition;
  revision: number;
  commitMessage: string | null;
  updatedAtMs: number | null;
  /** What runs: a draft changes nothing until it is published. */
  published: FlowDefinition | null;
}

/** One run of a flow for one message. */
export interface Execution {
  readonly flowSid: string;
  readonly conversationSid: string;
  /** The widgets in the order in which they ran. */
  readonly steps: string[];
  status: 'active' | 'ended';
}

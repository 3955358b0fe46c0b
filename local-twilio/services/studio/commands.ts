/** One run of a flow for one message. */
export interface Execution {
  readonly flowSid: string;
  readonly conversationSid: string;
  /** The widgets in the order in which they ran. */
  readonly steps: string[];
  status: 'active' | 'ended';
}

/** Studio as far as a conversation's scoped webhook with a flow as target needs it. */
export interface Studio {
  /** Reads a flow's definition, which is JSON text; throws a TwilioError for what is not served here. */
  publish(flowSid: string, definition: string): void;
  executions(): readonly Execution[];
}

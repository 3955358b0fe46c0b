/** A REST request as the local Twilio sees it, free of any transport. */
export interface TwilioRequest {
  readonly method: string;
  /** Such as conversations.twilio.com. */
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The raw body, empty if there is none. */
  readonly body: string;
  /** The same as it came, where it may hold what is no text: a multipart form. */
  readonly bytes?: Buffer;
}

export interface TwilioResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or null for no content. */
  readonly body: unknown;
}

/** One REST call, for the inspector and for tests that count calls. */
export interface Call {
  readonly at: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly operationId: string | null;
  readonly requestBody: string;
  /** 0 when the answer was lost by a fault. */
  readonly status: number;
  readonly answer: unknown;
  /** From its arrival to its answer, latency of faults included. */
  readonly durationMs: number;
}

export type CallEvent = { readonly type: 'call.finished'; readonly call: Call };

/** Answers one REST request; never throws. */
export type Dispatch = (request: TwilioRequest) => Promise<TwilioResponse>;

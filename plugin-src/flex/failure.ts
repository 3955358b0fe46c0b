import type { ErrorCode } from '../../serverless-functions/src/contract/error-codes';

/** What can go wrong on the way to a Function, besides what the Function itself answers. */
export type TransportFailureCode =
  /** The browser is offline, so nothing was sent. */
  | 'offline'
  /** The request may or may not have taken effect. */
  | 'no-answer'
  /** Newer Functions refused it by a code that this version does not have. */
  | 'refused-for-unknown-reason'
  /** Something answered, but not in the words of the contract as this version knows it. */
  | 'answer-not-understood';

/** What stops the plugin itself: the agent's own message, which they would leave behind. */
export type OutboxFailureCode = 'message-not-sent';

/** What the agent's own browser refuses. */
export type BrowserFailureCode = 'copy-refused';

export type FailureCode = ErrorCode | TransportFailureCode | OutboxFailureCode | BrowserFailureCode;

/** `message` is English, for logs; people read the string of the code. */
export interface Failure {
  code: FailureCode;
  message: string;
  /** Settings that somebody else has changed. */
  names?: readonly string[];
}

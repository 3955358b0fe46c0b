import type { ErrorCode } from '../../contract/error-codes';
import type { HowEnded } from '../../contract/history';
import { RECORD_VERSION, type InteractionRecord } from './record';

export type IgnoredReason =
  | 'nothing-parked'
  | 'already-parked'
  | 'already-unparked'
  | 'being-unparked'
  | 'served'
  | 'another-park'
  | 'another-claim'
  | 'another-task'
  | 'not-due'
  | 'reply-waits'
  | 'repeat'
  | 'too-late';

/** What is to be done with a new record; `apply` knows how, and what goes before, beside and after the write. */
export type Effect =
  /** Before: the conversation gets a wake webhook again, so that a Function that dies after its claim loses nobody. */
  | 'restore-wake-path'
  /** Beside: the traces that the conversation does not need any more on its way back. */
  | 'clean-up'
  /** After: the webhook and the row that a parked conversation has. */
  | 'restore-traces'
  /** After: the row and the due time are written anew, because they say something else now. */
  | 'renew-traces'
  /** After: the writer of this record sends the invite. */
  | 'route';

export type Decision =
  | { kind: 'moved'; record: InteractionRecord; effects: readonly Effect[] }
  /**
   * Nothing is parked any more: the traces go, and then the record, once no call can land any more. `how`: for the
   * history; absent for what was never parked.
   */
  | { kind: 'ended'; lateCallsUntilMs: number | undefined; how?: HowEnded }
  | { kind: 'ignored'; why: IgnoredReason }
  | { kind: 'refused'; code: ErrorCode };

export const moved = (record: InteractionRecord, ...effects: Effect[]): Decision => ({
  kind: 'moved',
  record: { v: RECORD_VERSION, ...record },
  effects,
});
export const refused = (code: ErrorCode): Decision => ({ kind: 'refused', code });
export const ignored = (why: IgnoredReason) => (): Decision => ({ kind: 'ignored', why });
export const ended = ({ lateCallsUntilMs }: Pick<InteractionRecord, 'lateCallsUntilMs'>, how?: HowEnded): Decision => ({
  kind: 'ended',
  lateCallsUntilMs,
  ...(how && { how }),
});

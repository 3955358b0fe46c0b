import type { Happening } from '../bus';

/** A message to the open connections of one SDK. */
export interface Notice {
  /** Which SDK, as it registers itself: ip_messaging is Conversations. */
  readonly product: string;
  /** Whether that identity hears of it. */
  isFor(identity: string): boolean;
  readonly messageType: string;
  readonly payload: unknown;
}

/** It is asked about all events; those of others are no notice. */
export interface Notices<E extends Happening> {
  noticeOf(event: E): Notice | undefined;
}

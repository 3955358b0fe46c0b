import type { FlexToken } from './viewer';

/** A page's open connection that hears of what it follows. */
export interface Follower {
  readonly viewer: FlexToken | undefined;
  /** Which SDK it is: ip_messaging (Conversations), data_sync, flex_insights, or none for telemetry. */
  readonly product: string | undefined;
  /** SIDs of Sync objects that this connection follows. */
  readonly subscriptions: Set<string>;
  notify(messageType: string, payload: unknown): void;
}

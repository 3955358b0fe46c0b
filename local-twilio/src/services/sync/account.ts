import type { Clock } from '../../kernel/clock';
import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Rates } from '../../kernel/rates';
import type { Switches } from '../../kernel/switches';
import type { Sync } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface SyncAccount {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly rates: Rates;
  readonly switches: Switches;
  readonly sync: Sync;
}

export type Request = RequestTo<SyncAccount>;
export type Handlers = HandlersOf<SyncAccount>;
export type Handler = Handlers[string];

import type { Clock } from '../../kernel/clock';
import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Sync } from '../sync/commands';
import type { TaskRouter } from './commands';

/** What of the account the REST and browser sides of this service work on. */
export interface TaskRouterAccount {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly taskRouter: TaskRouter;
  readonly sync: Sync;
}

export type Request = RequestTo<TaskRouterAccount>;
export type Handlers = HandlersOf<TaskRouterAccount>;
export type Handler = Handlers[string];

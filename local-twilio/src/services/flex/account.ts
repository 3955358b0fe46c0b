import type { Clock } from '../../kernel/clock';
import type { Conversations } from '../conversations/commands';
import type { Flex } from './commands';
import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Iam } from '../iam/commands';
import type { Switches } from '../../kernel/switches';
import type { Sync } from '../sync/commands';
import type { TaskRouter } from '../taskrouter/commands';

/** What of the account the REST and browser sides of this service work on. */
export interface FlexAccount {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly switches: Switches;
  readonly flex: Flex;
  readonly taskRouter: TaskRouter;
  readonly sync: Sync;
  readonly conversations: Conversations;
  readonly iam: Iam;
}

export type Request = RequestTo<FlexAccount>;
export type Handlers = HandlersOf<FlexAccount>;
export type Handler = Handlers[string];

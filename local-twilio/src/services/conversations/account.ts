import type { Clock } from '../../kernel/clock';
import type { Conversations } from './commands';
import type { HandlersOf, RequestTo } from '../../kernel/rest/request';
import type { Limits } from '../../kernel/limits';
import type { Rates } from '../../kernel/rates';
import type { Switches } from '../../kernel/switches';

/** What of the account the REST and browser sides of this service work on. */
export interface ConversationsAccount {
  readonly accountSid: string;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly switches: Switches;
  readonly rates: Rates;
  readonly conversations: Conversations;
}

export type Request = RequestTo<ConversationsAccount>;
export type Handlers = HandlersOf<ConversationsAccount>;
export type Handler = Handlers[string];

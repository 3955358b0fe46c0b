import type { CallEvent } from '../kernel/calls';
import type { DeliveryEvent } from '../kernel/deliveries';
import type { ConversationsEvent } from '../services/conversations/events';
import type { CustomersEvent } from '../services/customers/events';
import type { FlexEvent } from '../services/flex/events';
import type { IamEvent } from '../services/iam/events';
import type { PluginsEvent } from '../services/plugins/events';
import type { ServerlessEvent } from '../services/serverless/events';
import type { SyncEvent } from '../services/sync/events';
import type { TaskRouterEvent } from '../services/taskrouter/events';

/** The state was thrown away and seeded anew; SIDs of seeded things are the same. */
interface Reset {
  readonly type: 'world.reset';
}

/** Everything that happens. Entities in an event are live: read what you need at once, change nothing. */
export type WorldEvent =
  | ConversationsEvent
  | CustomersEvent
  | TaskRouterEvent
  | FlexEvent
  | IamEvent
  | PluginsEvent
  | ServerlessEvent
  | SyncEvent
  | CallEvent
  | DeliveryEvent
  | Reset;
export type WorldEventName = WorldEvent['type'];

import type {
  ChatUser,
  Conversation,
  ConversationParticipant,
  ConversationState,
  DeliveryReceipt,
  Message,
  ScopedWebhook,
  Source,
} from '../services/conversations/entities';
import type {
  FlexConfiguration,
  Interaction,
  InteractionChannel,
  InteractionParticipant,
  Invite,
} from '../services/flex/entities';
import type { CustomerAddress } from '../services/customers/commands';
import type { SyncDocument, SyncList, SyncListItem, SyncMap, SyncMapItem } from '../services/sync/entities';
import type { Reservation, Task, Worker, WorkerChannel } from '../services/taskrouter/entities';
import type { Call } from '../kernel/calls';
import type { DeliveryRecord } from '../kernel/deliveries';

type ConversationsEvent =
  | {
      readonly type: 'conversation.added' | 'conversation.updated' | 'conversation.removed';
      readonly conversation: Conversation;
    }
  | {
      readonly type: 'conversation.state';
      readonly conversation: Conversation;
      readonly from: ConversationState;
      readonly reason: 'API' | 'TIMER' | 'EVENT';
    }
  | {
      readonly type: 'conversation.message.added' | 'conversation.message.updated' | 'conversation.message.removed';
      readonly conversation: Conversation;
      readonly message: Message;
      readonly source: Source;
      /** Whether this event may fire webhooks. */
      readonly webhooks: boolean;
    }
  | {
      readonly type: 'conversation.message.delivery';
      readonly conversation: Conversation;
      readonly message: Message;
      readonly receipt: DeliveryReceipt;
    }
  | {
      readonly type:
        | 'conversation.participant.added'
        | 'conversation.participant.updated'
        | 'conversation.participant.removed'
        | 'conversation.participant.read';
      readonly conversation: Conversation;
      readonly participant: ConversationParticipant;
    }
  | {
      readonly type: 'conversation.webhook.added' | 'conversation.webhook.updated' | 'conversation.webhook.removed';
      readonly conversation: Conversation;
      readonly webhook: ScopedWebhook;
    }
  | { readonly type: 'conversation.typing'; readonly conversation: Conversation; readonly author: string }
  | { readonly type: 'user.updated'; readonly user: ChatUser }
  | { readonly type: 'customer.reach'; readonly customer: CustomerAddress };

export type ReservationEventName =
  | 'reservation.created'
  | 'reservation.accepted'
  | 'reservation.rejected'
  | 'reservation.timeout'
  | 'reservation.canceled'
  | 'reservation.rescinded'
  | 'reservation.wrapup'
  | 'reservation.completed';

export type TaskEventName =
  | 'task.created'
  | 'task.updated'
  | 'task.wrapup'
  | 'task.completed'
  | 'task.canceled'
  | 'task.deleted'
  | 'task.system-deleted'
  | 'task-queue.entered'
  | 'workflow.target-matched'
  | 'workflow.entered'
  | 'workflow.timeout';

type TaskRouterEvent =
  | {
      readonly type: ReservationEventName;
      readonly reservation: Reservation;
      readonly task: Task;
      readonly worker: Worker;
    }
  | { readonly type: TaskEventName; readonly task: Task }
  | { readonly type: 'worker.activity.update' | 'worker.attributes.update'; readonly worker: Worker }
  | { readonly type: 'worker.capacity.update'; readonly worker: Worker; readonly channel: WorkerChannel };

type FlexEvent =
  | { readonly type: 'interaction.created'; readonly interaction: Interaction }
  | { readonly type: 'interaction.channel.updated'; readonly channel: InteractionChannel }
  | {
      readonly type: 'participant.added' | 'participant.modified' | 'participant.removed';
      readonly channel: InteractionChannel;
      readonly participant: InteractionParticipant;
    }
  | {
      readonly type: 'invite.created' | 'invite.updated';
      readonly channel: InteractionChannel;
      readonly invite: Invite;
    }
  | { readonly type: 'flex.configuration.updated'; readonly configuration: FlexConfiguration }
  | { readonly type: 'flex.plugins.released' };

/** What that domain serves is different now, or nothing any more. */
type ServerlessEvent = { readonly type: 'serverless.changed'; readonly domainName: string };

type SyncEvent =
  | {
      readonly type: 'sync.document.added' | 'sync.document.updated' | 'sync.document.removed';
      readonly document: SyncDocument;
    }
  | { readonly type: 'sync.map.added' | 'sync.map.removed'; readonly map: SyncMap }
  | {
      readonly type: 'sync.map-item.added' | 'sync.map-item.updated' | 'sync.map-item.removed';
      readonly map: SyncMap;
      readonly item: SyncMapItem;
    }
  | { readonly type: 'sync.list.added' | 'sync.list.removed'; readonly list: SyncList }
  | {
      readonly type: 'sync.list-item.added' | 'sync.list-item.updated' | 'sync.list-item.removed';
      readonly list: SyncList;
      readonly item: SyncListItem;
    };

type WorldLifeEvent =
  | { readonly type: 'delivery.started' | 'delivery.finished'; readonly delivery: DeliveryRecord }
  | { readonly type: 'call.finished'; readonly call: Call }
  | { readonly type: 'token.issued' }
  /** The state was thrown away and seeded anew; SIDs of seeded things are the same. */
  | { readonly type: 'world.reset' };

/** Everything that happens. Entities in an event are live: read what you need at once, change nothing. */
export type WorldEvent =
  | ConversationsEvent
  | TaskRouterEvent
  | FlexEvent
  | ServerlessEvent
  | SyncEvent
  | WorldLifeEvent;
export type WorldEventName = WorldEvent['type'];

export interface EventBus {
  emit(event: WorldEvent): void;
  /** Delivery is synchronous, in order of subscription. Call the answer to unsubscribe. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
}

/**
 * Events raised while one is being delivered wait for their turn, so every listener sees one order. A listener that
 * throws keeps the event from nobody; its error reaches whoever raised the first event.
 */
export function eventBus(): EventBus {
  const listeners = new Set<(event: WorldEvent) => void>();
  const queue: WorldEvent[] = [];
  let delivering = false;

  const tell = (event: WorldEvent, errors: unknown[]) => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        errors.push(error);
      }
    }
  };

  return {
    emit(event) {
      queue.push(event);
      if (delivering) return;
      delivering = true;
      const errors: unknown[] = [];
      for (let next = queue.shift(); next; next = queue.shift()) tell(next, errors);
      delivering = false;
      if (errors.length > 0) throw errors[0];
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { ConversationSid, TaskSid } from '../../../serverless-functions/src/contract/sids';
import type { FailureCode } from '../../flex/failure';
import type { ListView } from './list-view';
import type { ManyAction } from './many-run';
import type { ListItems, ParkDraft } from './parking-state';

export type ParkingAction =
  | ManyAction
  | { type: 'park-interaction/draft-changed'; taskSid: TaskSid; change: Partial<ParkDraft> }
  | { type: 'park-interaction/park-asked'; taskSid: TaskSid }
  | { type: 'park-interaction/park-done'; taskSid: TaskSid }
  | { type: 'park-interaction/park-failed'; taskSid: TaskSid }
  | { type: 'park-interaction/task-gone'; taskSid: TaskSid }
  | { type: 'park-interaction/unpark-asked'; conversationSid: ConversationSid }
  | { type: 'park-interaction/unpark-done'; conversationSid: ConversationSid }
  | { type: 'park-interaction/unpark-failed'; conversationSid: ConversationSid; ended?: boolean }
  | { type: 'park-interaction/list-loading' }
  | { type: 'park-interaction/list-changed'; items: ListItems; complete: boolean }
  | { type: 'park-interaction/list-disconnected' }
  | { type: 'park-interaction/list-failed' }
  | { type: 'park-interaction/view-changed'; change: Partial<ListView> }
  | { type: 'park-interaction/selection-changed'; conversationSids: readonly ConversationSid[]; isSelected: boolean }
  | { type: 'park-interaction/selection-cleared' }
  | { type: 'park-interaction/everyone-loading' }
  | {
      type: 'park-interaction/everyone-changed';
      items: readonly EveryonesItem[];
      unreadable: readonly ConversationSid[];
      complete: boolean;
    }
  | { type: 'park-interaction/everyone-failed'; code: FailureCode };

/** Tells our actions from those of Flex and other plugins. */
export function isParkingAction(action: { type: unknown }): action is ParkingAction {
  return typeof action.type === 'string' && action.type.startsWith('park-interaction/');
}

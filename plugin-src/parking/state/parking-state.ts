import type { ConversationSid, TaskSid } from '../../../serverless-functions/src/contract/sids';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';

/** Name of our part of Flex's Redux store. */
export const PARKING_NAMESPACE = 'park-interaction';

/** The rows of the list by conversation SID. */
export type ListItems = Readonly<Record<ConversationSid, ListItem>>;

export type ListState =
  | { status: 'loading' }
  | { status: 'ready'; items: ListItems }
  /** The connection is lost: the items are the last known ones. */
  | { status: 'reconnecting'; items: ListItems }
  | { status: 'error' };

/** `done` lasts until the task or the row goes, so that nothing can be pressed in the moment between. */
export type CommandProgress = 'asked' | 'done';

export interface ParkingState {
  readonly parks: Readonly<Record<TaskSid, CommandProgress>>;
  readonly unparks: Readonly<Record<ConversationSid, CommandProgress>>;
  readonly list: ListState;
}

export const INITIAL_PARKING_STATE: ParkingState = { parks: {}, unparks: {}, list: { status: 'loading' } };

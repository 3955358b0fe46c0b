import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import type { RepliesUntil } from '../../../serverless-functions/src/contract/park-until';
import type { ConversationSid, TaskSid } from '../../../serverless-functions/src/contract/sids';
import type { FailureCode } from '../../flex/failure';
import { INITIAL_LIST_VIEW, type ListView } from './list-view';
import type { ManyRun } from './many-run';
import type { Selected } from './selection';

/** Name of our part of Flex's Redux store. */
export const PARKING_NAMESPACE = 'park-interaction';

/** The rows of the list by conversation SID. */
export type ListItems = Readonly<Record<ConversationSid, ListItem>>;

export type ListState =
  | { status: 'loading' }
  /** `complete` is false while more pages are on their way. */
  | { status: 'ready'; items: ListItems; complete: boolean }
  /** The connection is lost: the items are the last known ones. */
  | { status: 'reconnecting'; items: ListItems }
  | { status: 'error' };

export type EveryoneState =
  | { status: 'loading' }
  /** `unreadable` are conversations of which not even a row can be shown. */
  | {
      status: 'ready';
      items: readonly EveryonesItem[];
      unreadable: readonly ConversationSid[];
      complete: boolean;
    }
  | { status: 'error'; code: FailureCode };

/** `done` lasts until the task or the row goes, so that nothing can be pressed in the moment between. */
export type CommandProgress = 'asked' | 'done';

/** What the agent has written so far about why they park; it survives switching tasks. */
export interface ParkDraft {
  readonly open: boolean;
  readonly reason: string;
  readonly note: string;
  /** The time that was chosen, while they are asked about the rest. */
  readonly until: Until | undefined;
}

export const EMPTY_DRAFT: ParkDraft = { open: false, reason: '', note: '', until: undefined };

/** A time to park until, as the Functions take it. */
export interface Until {
  /** ISO 8601. */
  backAt: string;
  replies: RepliesUntil;
}

export interface ParkingState {
  readonly parks: Readonly<Record<TaskSid, CommandProgress>>;
  readonly drafts: Readonly<Record<TaskSid, ParkDraft>>;
  readonly unparks: Readonly<Record<ConversationSid, CommandProgress>>;
  /** Those of which an unpark has told the agent that they are over; their rows go without coming back. */
  readonly ended: Readonly<Record<ConversationSid, true>>;
  readonly list: ListState;
  readonly everyone: EveryoneState;
  readonly view: ListView;
  /** Rows of everyone’s list that were chosen; those that the filters hide now do not count. */
  readonly selected: Selected;
  /** Done to many rows, in whatever view the supervisor is. */
  readonly many: ManyRun | undefined;
}

export const INITIAL_PARKING_STATE: ParkingState = {
  parks: {},
  drafts: {},
  unparks: {},
  ended: {},
  list: { status: 'loading' },
  everyone: { status: 'loading' },
  view: INITIAL_LIST_VIEW,
  selected: {},
  many: undefined,
};

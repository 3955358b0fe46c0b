import type { Kept } from '../../kernel/shapes';
import type { historyState, moment, spell } from './history-state';

/** What statistics count. */
export type CountedEvent = Moment['event'];

/** An event as it was when it happened. */
export type Moment = Kept<typeof moment>;

/** How long a worker was in an activity. */
export type Spell = Kept<typeof spell>;

export type History = Kept<typeof historyState>;

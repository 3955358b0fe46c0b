import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import type { Destination } from '../../../serverless-functions/src/contract/unpark';
import type { FailureCode } from '../../flex/failure';
import type { Until } from './parking-state';

/** What is done to many rows, one after the other. `until`: absent takes the time away. */
export type ManyCommand = { kind: 'unpark'; to: Destination } | { kind: 'change-time'; until?: Until };

/** `back` and `gone`: somebody, or the customer, was faster. */
export type DoneHow = 'unparked' | 'back' | 'changed' | 'returned' | 'gone';

/** How it ended for one row. */
export type ManyResult = { status: 'done'; how: DoneHow } | { status: 'failed'; code: FailureCode };

export interface ManyEntry {
  conversationSid: ConversationSid;
  /** Kept here: the row goes while its result is still to be read. */
  customerName: string;
  progress: { status: 'waiting' } | { status: 'asked' } | ManyResult;
}

/** Stays after it is over, until the supervisor has read it. */
export interface ManyRun {
  readonly command: ManyCommand;
  readonly isRunning: boolean;
  readonly entries: readonly ManyEntry[];
}

/** A row that was chosen. */
export type Chosen = Pick<ManyEntry, 'conversationSid' | 'customerName'>;

export type ManyAction =
  | { type: 'park-interaction/many-started'; command: ManyCommand; rows: readonly Chosen[] }
  | { type: 'park-interaction/many-retried' }
  | { type: 'park-interaction/many-asked'; conversationSid: ConversationSid }
  | { type: 'park-interaction/many-answered'; conversationSid: ConversationSid; result: ManyResult }
  | { type: 'park-interaction/many-closed' };

export function isManyAction<Action extends { type: string }>(action: Action): action is Extract<Action, ManyAction> {
  return action.type.startsWith('park-interaction/many-');
}

const WAITING = { status: 'waiting' } as const;

export function reduceMany(run: ManyRun | undefined, action: ManyAction): ManyRun | undefined {
  if (action.type === 'park-interaction/many-started') {
    if (run?.isRunning || action.rows.length === 0) return run;
    const entries = action.rows.map((row) => ({ ...row, progress: WAITING }));
    return { command: action.command, isRunning: true, entries };
  }
  if (!run) return run;
  switch (action.type) {
    case 'park-interaction/many-retried':
      return run.isRunning ? run : withEntries(run, run.entries.map(waitingIfFailed));
    case 'park-interaction/many-asked':
      return withEntries(run, run.entries.map(withProgress(action.conversationSid, { status: 'asked' })));
    case 'park-interaction/many-answered':
      return withEntries(run, run.entries.map(withProgress(action.conversationSid, action.result)));
    case 'park-interaction/many-closed':
      return run.isRunning ? run : undefined;
  }
}

export interface ManyNumbers {
  total: number;
  done: number;
  failed: number;
  /** Answered, in whichever way. */
  ended: number;
}

export function numbersOf({ entries }: ManyRun): ManyNumbers {
  const count = (status: ManyEntry['progress']['status']) =>
    entries.filter(({ progress }) => progress.status === status).length;
  const [done, failed] = [count('done'), count('failed')];
  return { total: entries.length, done, failed, ended: done + failed };
}

/** The next one to ask for. */
export function nextOf(run: ManyRun | undefined): ManyEntry | undefined {
  return run?.entries.find(({ progress }) => progress.status === 'waiting');
}

function withEntries(run: ManyRun, entries: readonly ManyEntry[]): ManyRun {
  const isRunning = entries.some(({ progress }) => progress.status === 'waiting' || progress.status === 'asked');
  return { ...run, entries, isRunning };
}

function waitingIfFailed(entry: ManyEntry): ManyEntry {
  return entry.progress.status === 'failed' ? { ...entry, progress: WAITING } : entry;
}

function withProgress(
  conversationSid: ConversationSid,
  progress: ManyEntry['progress'],
): (entry: ManyEntry) => ManyEntry {
  return (entry) => (entry.conversationSid === conversationSid ? { ...entry, progress } : entry);
}

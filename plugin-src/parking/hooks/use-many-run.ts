import { useDispatch, useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { numbersOf, type DoneHow, type ManyEntry, type ManyRun } from '../state/many-run';
import type { ParkingAction } from '../state/parking-actions';
import { selectParking, type StateWithParking } from '../state/parking-selectors';
import { failureKey, type StringKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

/** What is done to many rows, ready to be shown. */
export interface ManyRunShown {
  isRunning: boolean;
  title: string;
  /** From 0 to 1. */
  share: number;
  results: { conversationSid: string; customerName: string; words: string; failed: boolean }[];
  /** Absent while it runs, or if nothing failed. */
  retry: (() => void) | undefined;
  /** Absent while it runs. */
  close: (() => void) | undefined;
}

export function useManyRun(): ManyRunShown | undefined {
  const { retryMany, text } = useParkingServices();
  const dispatch = useDispatch<(action: ParkingAction) => void>();
  const run = useSelector((state: StateWithParking) => selectParking(state).many);
  if (!run) return undefined;
  const { ended, failed, total } = numbersOf(run);
  return {
    isRunning: run.isRunning,
    title: titleOf(run, text),
    share: ended / total,
    results: run.entries.map((entry) => ({
      conversationSid: entry.conversationSid,
      customerName: entry.customerName,
      words: wordsOf(entry, text),
      failed: entry.progress.status === 'failed',
    })),
    retry: !run.isRunning && failed > 0 ? retryMany : undefined,
    close: run.isRunning ? undefined : () => dispatch({ type: 'park-interaction/many-closed' }),
  };
}

const RUNNING = {
  unpark: 'ParkInteractionManyUnparking',
  'change-time': 'ParkInteractionManyChanging',
} as const satisfies Record<ManyRun['command']['kind'], StringKey>;

function titleOf(run: ManyRun, text: Text): string {
  const { done, ended, failed, total } = numbersOf(run);
  if (run.isRunning) return text(RUNNING[run.command.kind], { count: ended, total });
  const key = failed > 0 ? 'ParkInteractionManyFailed' : 'ParkInteractionManyFinished';
  return text(key, { count: done, total, failed });
}

const DONE = {
  unparked: 'ParkInteractionMany_unparked',
  back: 'ParkInteractionMany_back',
  changed: 'ParkInteractionMany_changed',
  returned: 'ParkInteractionMany_returned',
  gone: 'ParkInteractionMany_gone',
} as const satisfies Record<DoneHow, StringKey>;

function wordsOf({ progress }: ManyEntry, text: Text): string {
  switch (progress.status) {
    case 'waiting':
    case 'asked':
      return text(`ParkInteractionMany_${progress.status}`);
    case 'done':
      return text(DONE[progress.how]);
    case 'failed':
      return text(failureKey(progress.code));
  }
}

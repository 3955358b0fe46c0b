import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { MAX_ROWS_ASKED } from '../../../serverless-functions/src/contract/reconcile';
import type { NextDue } from '../../flex/start-reconciling';
import type { FunctionsClient } from '../../flex/functions-client';
import { knownItems } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';

export interface ReconcilePorts {
  functions: Pick<FunctionsClient, 'reconcile'>;
  parking: () => ParkingState;
  now: () => Date;
  /** Somebody has changed the settings since this desktop looked first. */
  settingsChanged: () => void;
}

/** Until then a row may be ahead of its record, or behind it. */
const CHECK_ROWS_AFTER_MS = 10 * 60_000;

/**
 * Asks the Functions to repair what was left half done, and to look whether rows of the agent's own list still have a
 * record. Each row is asked about once: a record that is there is looked after by the Functions. The answers also tell
 * when somebody has changed the settings.
 */
export function createReconcile({ functions, now, parking, settingsChanged }: ReconcilePorts): () => Promise<NextDue> {
  const asked = new Set<string>();
  let mark: string | undefined;
  return async () => {
    const rows = knownItems(parking().list)
      .filter(
        ({ parkId, parkedAt }) => !asked.has(parkId) && Date.parse(parkedAt) < now().getTime() - CHECK_ROWS_AFTER_MS,
      )
      .sort(oldestFirst)
      .slice(0, MAX_ROWS_ASKED);
    const outcome = await functions.reconcile(rows.length > 0 ? { rows: rows.map(sidOf).join(',') } : {});
    if (!outcome.ok) return 'not-known';
    for (const { parkId } of rows) asked.add(parkId);
    const { nextDueInMs, settingsMark = mark } = outcome.answer;
    if (mark !== undefined && settingsMark !== mark) settingsChanged();
    mark = settingsMark;
    return nextDueInMs;
  };
}

function oldestFirst(a: ListItem, b: ListItem): number {
  return Date.parse(a.parkedAt) - Date.parse(b.parkedAt);
}

function sidOf({ conversationSid }: ListItem): string {
  return conversationSid;
}

import { csvOf } from '../../../serverless-functions/src/contract/csv';
import type { HistoryEntry, HistoryRequest } from '../../../serverless-functions/src/contract/history';

/** What is looked for in the history; empty means all. */
export interface HistorySearch {
  readonly words: string;
  /** As a date field has it (2026-11-27), in the time zone of whoever looks. */
  readonly day: string;
}

export const ALL_HISTORY: HistorySearch = { words: '', day: '' };

export function historyRequestOf({ day, words }: HistorySearch): HistoryRequest {
  const from = new Date(`${day}T00:00`);
  const before = new Date(from);
  before.setDate(before.getDate() + 1);
  return {
    ...(words.trim() !== '' && { words: words.trim() }),
    ...(!Number.isNaN(from.getTime()) && { from: from.toISOString(), before: before.toISOString() }),
  };
}

/** For programs: names of columns and times do not depend on the language. */
export function historyCsv(entries: readonly HistoryEntry[]): string {
  const head = ['customer', 'address', 'channel', 'queue', 'reason', 'parked_by', 'parked_at', 'returned_at'];
  return csvOf([
    [...head, 'ended_at', 'ended_by', 'taken_by', 'conversation_sid'],
    ...entries.map((entry) => [
      ...[entry.customerName, entry.customerAddress, entry.channelType, entry.queueName, entry.reason ?? ''],
      ...[entry.parkedBy.name, entry.parkedAt, entry.returnedAt ?? '', entry.endedAt, entry.how],
      ...[entry.takenBy?.name ?? '', entry.conversationSid],
    ]),
  ]);
}

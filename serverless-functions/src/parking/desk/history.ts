import type { HistoryAnswer, HistoryEntry, HistoryRequest } from '../../contract/history';
import { mayActOnAll, type Caller } from '../caller';
import { ParkingError } from '../errors';
import type { Ports } from '../ports';

/** Whoever looks for something old waits for no more reads than these; the answer says where to go on. */
const READS_AT_MOST = 5;
const ENOUGH = 50;

/** The parks that are over. Sync cannot search, so pages are read until enough of them fit. */
export async function history(
  ports: Ports,
  request: HistoryRequest,
  verifying: Promise<Caller>,
): Promise<HistoryAnswer> {
  if (!mayActOnAll(await verifying)) throw new ParkingError('not-permitted');
  const fitting: HistoryEntry[] = [];
  let { cursor } = request;
  for (let read = 0; read < READS_AT_MOST && fitting.length < ENOUGH; read += 1) {
    const page = await ports.history.page(cursor);
    fitting.push(...page.entries.filter((entry) => fits(entry, request)));
    cursor = isPast(page.entries.at(-1), request) ? undefined : page.nextCursor;
    if (cursor === undefined) break;
  }
  return { status: 'history', entries: fitting, ...(cursor !== undefined && { nextCursor: cursor }) };
}

/** They come in the order of their parks, so that nothing after this one was parked late enough. */
function isPast(oldest: HistoryEntry | undefined, { from }: HistoryRequest): boolean {
  return oldest !== undefined && from !== undefined && Date.parse(oldest.parkedAt) < Date.parse(from);
}

function fits(entry: HistoryEntry, { before, from, words = '' }: HistoryRequest): boolean {
  const parkedAtMs = Date.parse(entry.parkedAt);
  if (from !== undefined && parkedAtMs < Date.parse(from)) return false;
  if (before !== undefined && parkedAtMs >= Date.parse(before)) return false;
  const { customerAddress, customerName, parkedBy, queueName, reason = '', takenBy } = entry;
  const said = [customerName, customerAddress, queueName, reason, parkedBy.name, takenBy?.name ?? ''];
  const text = said.join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

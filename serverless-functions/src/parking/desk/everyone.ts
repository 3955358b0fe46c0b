import type { Problem } from '../../contract/list-item';
import {
  EVERYONE_VERSION,
  type EveryoneAnswer,
  type EveryoneRequest,
  type EveryonesItem,
} from '../../contract/everyone';
import { mayActOnAll, type Caller } from '../caller';
import { agentNameOf } from '../domain/identity';
import { listItemOf } from '../domain/list-item';
import type { InteractionRecord } from '../domain/record';
import { codeOf, ParkingError } from '../errors';
import type { Ports, RecordPage, Unreadable } from '../ports';
import { isUnreadable } from '../record-port';

/** Everybody's parked interactions, from the records themselves: also of absent agents, and without any list item. */
export async function everyone(
  ports: Ports,
  request: EveryoneRequest,
  verifying: Promise<Caller>,
): Promise<EveryoneAnswer> {
  const caller = await verifying;
  if (!mayActOnAll(caller)) throw new ParkingError('not-permitted');
  const [answer] = await Promise.all([readPage(ports, request), request.cursor ? undefined : letWatch(ports, caller)]);
  return answer;
}

async function readPage(ports: Ports, { cursor, version = 1 }: EveryoneRequest): Promise<EveryoneAnswer> {
  for await (const page of ports.records.pages(cursor)) {
    const items = page.records.flatMap((found) => (isUnreadable(found) ? unreadableItem(found) : itemOf(found.record)));
    const unreadable = conversationsWithoutRow(page);
    return {
      status: 'everyone',
      items: version < EVERYONE_VERSION ? items.map(asInVersion1) : items,
      ...(unreadable.length > 0 && { unreadable }),
      ...(page.nextCursor && { nextCursor: page.nextCursor }),
    };
  }
  return { status: 'everyone', items: [] };
}

/** A board that is not told looks again now and then by itself. */
async function letWatch({ board, log }: Ports, { identity }: Caller): Promise<void> {
  try {
    await board.letWatch(identity);
  } catch (error) {
    log('let-watch', 'failed', { reason: codeOf(error) });
  }
}

function itemOf(record: InteractionRecord): EveryonesItem {
  const problem = record.state === 'parked' ? record.problem : undefined;
  return {
    ...rowOf(record.park, problem),
    state: record.state,
    ...(record.state === 'returning' && { returningSince: new Date(record.sinceMs).toISOString() }),
  };
}

function unreadableItem({ salvaged }: Unreadable): EveryonesItem[] {
  return salvaged ? [{ ...rowOf(salvaged.park, 'record-unreadable'), state: 'parked' }] : [];
}

function conversationsWithoutRow({ records }: RecordPage) {
  return records.flatMap((found) => (isUnreadable(found) && !found.salvaged ? [found.unreadable] : []));
}

function rowOf(park: Parameters<typeof listItemOf>[0], problem: Problem | undefined) {
  return { ...listItemOf(park), agentName: agentNameOf(park.agent), ...(problem && { problem }) };
}

/** A desktop of the version before knows two problems and refuses an answer with any other. */
function asInVersion1(item: EveryonesItem): EveryonesItem {
  return item.problem === 'record-unreadable' ? { ...item, problem: 'routing-refused' } : item;
}

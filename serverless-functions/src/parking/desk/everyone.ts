import type { EveryoneAnswer, EveryoneRequest, EveryonesItem } from '../../contract/everyone';
import { mayActOnAll, type Caller } from '../caller';
import { agentNameOf } from '../domain/identity';
import { listItemOf } from '../domain/list-item';
import type { InteractionRecord } from '../domain/record';
import { ParkingError } from '../errors';
import type { Ports } from '../ports';

/** Everybody's parked interactions, from the records themselves: also of absent agents, and without any list item. */
export async function everyone(
  ports: Ports,
  request: EveryoneRequest,
  verifying: Promise<Caller>,
): Promise<EveryoneAnswer> {
  if (!mayActOnAll(await verifying)) throw new ParkingError('not-permitted');
  for await (const { records, nextCursor } of ports.records.pages(request.cursor)) {
    const items = records.map(({ record }) => itemOf(record));
    return { status: 'everyone', items, ...(nextCursor && { nextCursor }) };
  }
  return { status: 'everyone', items: [] };
}

function itemOf(record: InteractionRecord): EveryonesItem {
  const problem = record.state === 'parked' ? record.problem : undefined;
  return {
    ...listItemOf(record.park),
    agentName: agentNameOf(record.park.agent),
    state: record.state,
    ...(problem && { problem }),
  };
}

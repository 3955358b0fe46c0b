import type { EveryoneAnswer, EveryoneRequest, EveryonesItem } from '../../contract/everyone';
import { mayActOnAll, type Caller } from '../caller';
import { agentNameOf } from '../domain/identity';
import { listItemOf } from '../domain/list-item';
import type { InteractionRecord } from '../domain/record';
import { codeOf, ParkingError } from '../errors';
import type { Ports } from '../ports';

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

async function readPage(ports: Ports, request: EveryoneRequest): Promise<EveryoneAnswer> {
  for await (const { records, nextCursor } of ports.records.pages(request.cursor)) {
    const items = records.map(({ record }) => itemOf(record));
    return { status: 'everyone', items, ...(nextCursor && { nextCursor }) };
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
    ...listItemOf(record.park),
    agentName: agentNameOf(record.park.agent),
    state: record.state,
    ...(problem && { problem }),
  };
}

import type { ParkAnswer } from '../../contract/park';
import { cleanUp, cleanUpReplaced } from '../clean-up';
import { apply } from '../apply';
import { decide } from '../domain/decide';
import { withAgentName } from '../domain/moves';
import type { EventOf } from '../domain/events';
import type { Traces } from '../domain/record';
import { codeOf } from '../errors';
import type { Prepared } from './prepare';
import type { Released } from './release';
import type { Found, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { sayTo } from '../say-to';
import { isClaimedBy, route } from '../unpark/route';

interface Pivoted {
  prepared: Prepared;
  released: Released;
  /** The record that this park replaced. */
  before: Found;
  /** The courtesy message by language; empty for none. */
  courtesy: Record<string, string>;
}

/** After the pivot: the record says parked, or the reply that slipped in is served at once. Never an error. */
export async function confirmParked(
  ports: Ports,
  { prepared, released, before, courtesy }: Pivoted,
): Promise<ParkAnswer> {
  const { park } = prepared;
  const { traces, replied, agentName } = released;
  const { conversationSid, parkId } = park;
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const allCallsAnswered = !ports.hadLostAnswers();
  const event = { type: 'agentReleased', parkId, traces, allCallsAnswered, replied, agentName, claim } as const;
  const [confirmed] = await Promise.all([
    confirm(ports, prepared.stored, event),
    cleanUpReplaced(ports, before, withAgentName(park, agentName).agent),
    replied ? undefined : sayTo(ports, park, { texts: courtesy, name: 'courtesy-message' }),
  ]);
  if (isClaimedBy(confirmed, claim.claimId)) {
    await routeQuietly(ports, confirmed);
    return { status: 'returned', conversationSid };
  }
  if (isWaiting(confirmed)) return { status: 'parked', conversationSid, ...rowOf(traces) };
  // A reply was faster than this Function: what was written beside the release may have come after its clean-up.
  if (isOnItsWay(confirmed, parkId)) await cleanUp(ports, { park, traces }, { webhook: false });
  return { status: 'returned', conversationSid };
}

function isOnItsWay({ record }: Stored, parkId: string): boolean {
  return record.state === 'returning' && record.park.parkId === parkId;
}

/** Where the row stands, as the caller gets it. */
export function rowOf(traces: Traces | undefined): Pick<Extract<ParkAnswer, { status: 'parked' }>, 'listItem'> {
  if (!traces?.listItem) return {};
  const { mapSid, mapItemKey } = traces.listItem;
  return { listItem: { mapSid, mapItemKey } };
}

function isWaiting({ record }: Stored): boolean {
  return record.state === 'parking' || record.state === 'parked';
}

/** The record after the event, or as somebody who was faster wrote it: a reply, or a second press of Park. */
async function confirm(ports: Ports, stored: Stored, event: EventOf<'agentReleased'>): Promise<Stored> {
  let current = stored;
  try {
    for (let round = 0; round < 3; round += 1) {
      const applied = await apply(ports, current, decide(current.record, event));
      if (applied.kind === 'moved') return applied.stored;
      if (applied.kind !== 'conflict') return current;
      const found = await ports.records.read(stored.record.park.conversationSid);
      if (found && !isUnreadable(found)) current = found;
    }
  } catch (error) {
    // The agent is free and the wake path is live; the next event takes the record over.
    ports.log('confirm', 'left-to-take-over', { reason: codeOf(error) });
  }
  return current;
}

async function routeQuietly(ports: Ports, claimed: Parameters<typeof route>[1]): Promise<void> {
  try {
    await route(ports, claimed);
  } catch (error) {
    ports.log('route', 'left-to-take-over', { reason: codeOf(error) });
  }
}

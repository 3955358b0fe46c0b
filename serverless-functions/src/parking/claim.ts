import type { ParkingEvent } from './domain/events';
import type { Ports, Stored } from './ports';
import { advance, type Advanced } from './records';
import { isClaimedBy, route, type Routed } from './route';

export type Claimed =
  | Routed
  /** Somebody else wrote the record in between: read it and decide again. */
  | { kind: 'again' }
  /** The event was taken in, and there is nothing to route. */
  | { kind: 'noted' }
  | Extract<Advanced, { kind: 'ignored' }>;

/** Applies an event, and routes when it made this invocation the one that routes. */
export async function claimAndRoute(
  ports: Ports,
  stored: Stored,
  event: Extract<ParkingEvent, { claim: { claimId: string } }>,
): Promise<Claimed> {
  const advanced = await advance(ports, stored, event);
  if (advanced.kind === 'conflict') return { kind: 'again' };
  if (advanced.kind === 'ignored') return advanced;
  return isClaimedBy(advanced.stored, event.claim.claimId) ? route(ports, advanced.stored) : { kind: 'noted' };
}

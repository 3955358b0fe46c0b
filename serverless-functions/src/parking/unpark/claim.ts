import type { ParkingEvent } from '../domain/events';
import type { Target } from '../domain/record';
import { transition } from '../domain/transitions';
import type { Ports, Stored } from '../ports';
import { prepareReturn } from './prepare-return';
import { advance, type Advanced } from '../records';
import { isClaimedBy, route, type Routed } from './route';
import { takeBackWakePath, withWakePath } from './wake-path';

export type Claimed =
  | Routed
  /** Somebody else wrote the record in between: read it and decide again. */
  | { kind: 'again' }
  /** The event was taken in, and there is nothing to route. */
  | { kind: 'noted' }
  | Extract<Advanced, { kind: 'ignored' }>;

type ClaimingEvent = Extract<ParkingEvent, { claim: { claimId: string } }>;

/** Applies an event, and routes when it made this invocation the one that routes. */
export async function claimAndRoute(ports: Ports, stored: Stored, event: ClaimingEvent): Promise<Claimed> {
  const choosing = prepareAhead(ports, stored, event);
  const armed = await withWakePath(ports, stored, event);
  const advanced = await advance(ports, armed.stored, event);
  if (advanced.kind === 'conflict') {
    if (armed.created) await takeBackWakePath(ports, stored.record.park, armed.created);
    return { kind: 'again' };
  }
  if (advanced.kind === 'ignored') return advanced;
  return isClaimedBy(advanced.stored, event.claim.claimId)
    ? route(ports, advanced.stored, choosing)
    : { kind: 'noted' };
}

/** Prepares the return beside the claim, so that it costs no time of its own. */
function prepareAhead(ports: Ports, stored: Stored, event: ClaimingEvent): Promise<Target> | undefined {
  const outcome = transition(stored.record, event);
  const next = outcome.kind === 'moved' ? outcome.record : undefined;
  return next?.state === 'unparking' ? prepareReturn(ports, next) : undefined;
}

import type { ConversationSid } from '../contract/sids';
import type { ParkingEvent } from './domain/events';
import type { InteractionRecord } from './domain/record';
import { transition, type IgnoredReason, type Outcome } from './domain/transitions';
import { ParkingError } from './errors';
import type { Ports, Stored, Written } from './ports';

/** How often an operation looks again after somebody else wrote the record between its read and its write. */
const MAX_ROUNDS = 5;

export type Advanced =
  | { kind: 'moved'; stored: Stored }
  | { kind: 'conflict' }
  | { kind: 'ignored'; why: IgnoredReason };

/** Applies an event to a stored record with one conditional write. Moves to "none" are not for this: see forget. */
export async function advance(ports: Ports, stored: Stored, event: ParkingEvent): Promise<Advanced> {
  const outcome = transition(stored.record, event);
  ports.log('transition', outcome.kind, { from: stored.record.state, event: event.type });
  switch (outcome.kind) {
    case 'ignored':
      return outcome;
    case 'refused':
      throw new ParkingError(outcome.code);
    case 'moved':
      return outcome.record ? asAdvanced(await ports.records.replace(stored, outcome.record)) : noneHere(outcome);
  }
}

function asAdvanced(written: Written): Advanced {
  return written.kind === 'written' ? { kind: 'moved', stored: written.stored } : written;
}

function noneHere(outcome: Outcome): never {
  throw new Error(`this event ends the record and has to be forgotten: ${outcome.kind}`);
}

/** Reads and decides again while others write in between; `decide` returns undefined for "again". */
export async function rounds<Answer>(
  ports: Ports,
  conversation: ConversationSid,
  decide: (stored: Stored | undefined) => Promise<Answer | undefined>,
): Promise<Answer> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const answer = await decide(await ports.records.read(conversation));
    if (answer !== undefined) return answer;
  }
  throw new ParkingError('busy');
}

export function isState<State extends InteractionRecord['state']>(
  stored: Stored,
  state: State,
): stored is Stored<Extract<InteractionRecord, { state: State }>> {
  return stored.record.state === state;
}

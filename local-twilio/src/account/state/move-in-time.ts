import type { WorldState } from './world-state';

/** Twilio's users keep what they like in there. */
const NOT_OURS = new Set(['data', 'configuration']);

/**
 * Moves every moment of an account by that much, in place: a seed of last week begins where it was exported, instead
 * of with everything overdue. Moments are the fields that end in AtMs or SinceMs.
 */
export function moveInTime(world: WorldState, byMs: number): WorldState {
  for (const part of Object.values(world)) move(part, byMs);
  return world;
}

function move(value: unknown, byMs: number): void {
  if (value instanceof Map || Array.isArray(value)) {
    for (const one of value.values()) move(one, byMs);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    if (typeof held === 'number' && /(At|Since)Ms$/.test(key)) Reflect.set(value, key, held + byMs);
    else if (!NOT_OURS.has(key)) move(held, byMs);
  }
}

import { existsSync } from 'node:fs';
import { seedWorld } from '../seed/whole-account';
import type { CustomerMessage } from '../../services/customers/commands';
import { moveInTime } from './move-in-time';
import { parseState, readState, stateText, type StateFile } from './state-file';
import type { WorldState } from './world-state';

/** Where a local Twilio begins. */
export interface Beginning {
  /** What a reset goes back to. */
  readonly seed: (nowMs: number) => WorldState;
  /** Written by customers once everything runs, at the start and after a reset. */
  readonly messages: readonly CustomerMessage[];
  /** What the last one left in the state file. */
  readonly restored: { readonly world: WorldState; readonly savedAtMs: number } | undefined;
}

interface Files {
  readonly seedFile?: string | undefined;
  readonly stateFile?: string | undefined;
}

/** Throws a StateError for a file that cannot be used; a state file that is not there yet is none. */
export function beginningOf({ seedFile, stateFile }: Files): Beginning {
  const seed = seedFile === undefined ? undefined : readState(seedFile);
  const left = stateFile !== undefined && existsSync(stateFile) ? readState(stateFile) : undefined;
  return {
    seed: seed ? seedOf(seed) : seedWorld,
    messages: seed?.kind === 'centre' ? seed.messages : [],
    restored: left && restoredOf(left),
  };
}

/** Each reset needs a world of its own: what the rules are given, they change. */
function seedOf(file: StateFile): Beginning['seed'] {
  if (file.kind === 'centre') return (nowMs) => seedWorld(nowMs, file.centre);
  const text = stateText(file.world, file.savedAtMs);
  return (nowMs) => {
    const copy = parseState(text, 'the seed');
    if (copy.kind === 'centre') return seedWorld(nowMs, copy.centre);
    return moveInTime(copy.world, nowMs - copy.savedAtMs);
  };
}

/** While it was off, time went on. */
function restoredOf(file: StateFile): Beginning['restored'] {
  if (file.kind === 'world') return { world: file.world, savedAtMs: file.savedAtMs };
  return { world: seedWorld(Date.now(), file.centre), savedAtMs: 0 };
}

import type { Mutant } from './mutant';

/** A way to forget what a back office was told is taken. */
export const EVENT_MUTANTS: readonly Mutant[] = [
  {
    shownIn: { situations: 'event: a Studio flow', by: 'placements' },
    name: 'event: what comes while a Studio flow has it is not noted',
    file: 'parking/domain/moves.ts',
    replace:
      "return isWithFlow(record, event.claim) ? moved(told) : unparking(told, event.claim, atItsTime(told.park, 'event'));",
    by: "return isWithFlow(record, event.claim) ? ignored('served')() : unparking(told, event.claim, atItsTime(told.park, 'event'));",
  },
];

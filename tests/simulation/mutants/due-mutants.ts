import type { Mutant } from './mutant';

/** Ways to miss the time that an agent chose. */
export const DUE_MUTANTS: readonly Mutant[] = [
  {
    name: 'due: nobody looks for what is due',
    file: 'parking/domain/due.ts',
    replace: '(dueAtMs(park) ?? Infinity) <= nowMs;',
    by: '(dueAtMs(park) ?? Infinity) < 0 * nowMs;',
  },
  {
    name: 'due: a reply that waits is not noted',
    file: 'parking/domain/moves.ts',
    replace: "return park ? moved({ ...record, park }, 'renew-traces') : ignored('reply-waits')();",
    by: "return park?.parkId === '' ? moved({ ...record, park }, 'renew-traces') : ignored('reply-waits')();",
  },
  {
    name: 'due: a reply does not wait',
    file: 'parking/domain/due.ts',
    replace: 'return park.back?.repliesWaitMs !== undefined && !isDue(park, nowMs);',
    by: 'return park.back?.repliesWaitMs === -1 && !isDue(park, nowMs);',
  },
  {
    name: 'due: a reply that slipped in while parking is forgotten',
    file: 'parking/domain/decide.ts',
    replace: "park: withReply(park, atMs) ?? park }, 'renew-traces')",
    by: "park: withReply(park, atMs) === undefined ? park : park }, 'renew-traces')",
  },
  {
    name: 'thanks: a closing remark never comes back',
    file: 'parking/domain/due.ts',
    replace: 'remark?.untilMs ?? Infinity',
    by: 'remark ? Infinity : Infinity',
    shownIn: { situations: 'thanks: it stays parked', by: 'placements' },
  },
  {
    name: 'due: the time that is taken away stays in the index',
    file: 'parking/clean-up.ts',
    replace: '    removeDueTime(ports, park),\n',
    by: '',
  },
  {
    name: 'thanks: a second message waits as well',
    file: 'parking/domain/due.ts',
    replace: 'if (park.remarksWaitMs === undefined || park.remark || isDue(park, atMs)) return undefined;',
    by: 'if (park.remarksWaitMs === undefined || isDue(park, atMs)) return undefined;',
    // What a lost delivery would have told is looked for as well.
    and: [
      {
        file: 'parking/unpark/lone-remark.ts',
        replace: 'if (await customerWrote(ports, besideIt, newest)) return undefined;',
        by: 'if (await customerWrote(ports, besideIt, { messages: [], complete: true })) return undefined;',
      },
    ],
    shownIn: { situations: 'thanks: said twice', by: 'placements' },
  },
];

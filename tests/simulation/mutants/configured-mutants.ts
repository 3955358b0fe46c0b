import type { Mutant } from './mutant';

/** Ways to break what the settings promise. */
export const CONFIGURED_MUTANTS: readonly Mutant[] = [
  {
    name: 'wrap-up: the parked task just ends',
    file: 'parking/park/release.ts',
    replace: "park.wrapUp ? 'wrapup' : 'closed'",
    by: "'closed'",
  },
  {
    name: 'wrap-up: it goes on when the conversation comes back',
    file: 'parking/unpark/route.ts',
    replace: 'if (!park.wrapUp) return;',
    by: 'if (park) return;',
  },
  {
    name: 'wrap-up: who wraps up counts as still there',
    file: 'parking/truth.ts',
    replace: "return wrapUp === true && status === 'wrapping';",
    by: "return wrapUp === true && status === 'left';",
  },
  {
    name: 'wrap-up: completing it takes out an agent who is back',
    file: 'parking/desk/complete-parked.ts',
    replace: 'if (await isBack(ports, known, agent))',
    by: "if (request.taskSid === 'WT' && (await isBack(ports, known, agent)))",
  },
  {
    name: 'wrap-up: another wrap-up counts as being back',
    file: 'parking/desk/complete-parked.ts',
    replace: 'isPendingOrAssignedSoon(ports, taskSid)));',
    by: 'isOpen(ports, taskSid)));',
  },
  {
    name: 'studio: the flow keeps the customer for ever',
    file: 'parking/domain/moves.ts',
    replace: "return isWithFlow(record, event.claim) ? ignored('served')()",
    by: "return event.claim.atMs > 0 ? ignored('served')()",
  },
  {
    name: 'studio: the flow is not taken off',
    file: 'parking/clean-up.ts',
    replace: "park.reply?.route.to === 'studio' && detachFlow",
    by: "park.reply?.route.to === 'studio' && park.parkId === '' && detachFlow",
  },
  {
    name: 'studio: the flow’s call counts as a message of the customer',
    file: 'parking/unpark/route-from-flow.ts',
    replace: 'served: false, byWorkflow: true, claim',
    by: 'served: false, claim',
  },
  {
    name: 'limit: nobody counts',
    file: 'parking/park/limit.ts',
    replace: 'return others.length < slot.max ||',
    by: 'return others.length >= 0 ||',
  },
  {
    name: 'limit: one too many is refused and not undone',
    file: 'parking/park/limit.ts',
    replace:
      '    undoPark(ports, { ...prepared, marked: false }),\n    cleanUpReplaced(ports, preparing.before, park.agent),\n',
    by: '',
  },
  {
    name: 'limit: what is not parked any more still counts',
    file: 'parking/park/limit.ts',
    replace: "if (found === 'unknown' || isHeldBy(slot, found)) return true;",
    by: "if (found === 'unknown' || slot) return true;",
  },
  {
    name: 'limit: the slot is kept when the park is over',
    file: 'parking/clean-up.ts',
    replace: "if (!slot) return Promise.resolve('done');",
    by: "if (slot) return Promise.resolve('done');",
  },
  {
    name: 'limit: a park that fails frees its slot only before it is taken',
    file: 'parking/park/limit.ts',
    replace: '    await freeSlot(ports, park);\n',
    by: '',
    // It takes one fault that fails the park, and one that keeps Twilio from taking the slot until then.
    shownIn: { situations: 'limit: park the only one', by: 'pairs' },
  },
  {
    name: 'boost: it adds up with every park',
    file: 'parking/domain/check-park.ts',
    replace: 'Math.max(0, found.task.priority - priorityBoostOf(terms.attributes))',
    by: 'found.task.priority',
  },
  {
    name: 'queue: a reply goes by the workflow',
    file: 'parking/domain/routing.ts',
    replace: 'return queueRoute(settings, queueSid);',
    by: "return { to: 'workflow' };",
  },
];

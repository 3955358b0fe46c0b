import type { Outcome } from '../functions/functions-host';
import { count, type Observed } from './observed';
import { object, type Json } from './view';

/** States that only some schedules reach; the log tells when one was. By step and outcome of the log line. */
const BY_LOG_LINE: Readonly<Record<string, string>> = {
  'take-over parking': 'take-over of a park',
  'take-over unparking': 'take-over of an unpark',
  'release unconfirmed': 'release unconfirmed',
  'prepare failed': 'undo before the pivot',
  'release failed': 'undo after a refused release',
  'undo-record left-to-reconcile': 'undo left to reconcile',
  'confirm left-to-take-over': 'confirmation left to take-over',
  'route left-to-take-over': 'routing left to take-over',
  'save-returning left-to-take-over': 'returning left to take-over',
  'find-invite failed': 'look for a lost invite failed',
  'end left-to-reconcile': 'record kept for late calls',
  'end conflict': 'record rewritten while it ended',
  'attributes shortened': 'attributes shortened',
  'answer already-unparked': 'already unparked',
  'answer leased': 'reconcile leased',
  'answer busy': 'busy',
  'answer park-unconfirmed': 'park unconfirmed',
  'answer unpark-unconfirmed': 'unpark unconfirmed',
  'answer not-your-park': 'not your park',
  'answer conversation-closed': 'conversation closed',
  'answer routing-refused': 'routing refused',
  'answer returned': 'park answered: returned',
  'list-mark failed': 'list mark failed',
  'end-wrap-up done': 'wrap-up ended by the return',
  'end-wrap-up failed': 'wrap-up not ended by the return',
  'answer conversation-is-back': 'wrap-up of a conversation that is back',
  'answer complete-unconfirmed': 'completion unconfirmed',
  'answer handed-over': 'handed over to a flow',
  'attach-flow failed': 'flow not attached',
  'detach-flow failed': 'flow not taken off',
  'answer too-many-parked': 'too many parked',
  'take-slot failed': 'slot not taken',
  'count-slots failed': 'slots not counted',
  'free-slot failed': 'slot not freed',
};

/** Counts what a log line of the Functions tells. */
export function countLogLine(observed: Observed, { step, outcome, from, to }: Json): void {
  const known = BY_LOG_LINE[`${String(step)} ${String(outcome)}`];
  if (known) count(observed, known);
  if (step === 'decided') count(observed, `${String(from)} → ${String(to ?? outcome)}`);
}

/** Counts a flow's call that brought an agent, and a completion with a wake beside it. */
export function countMeetings(observed: Observed, name: string, outcome: Outcome): void {
  if (name.startsWith('route#') && outcome.kind === 'answered' && object(outcome.answer.body)?.status === 'routed')
    count(observed, 'routed for a flow');
  const mine = observed.invocations.find((invoked) => invoked.name === name);
  const isBeside = observed.invocations.some(
    (other) => other.name.startsWith('wake#') && (other.endedAtMs ?? Infinity) >= (mine?.startedAtMs ?? Infinity),
  );
  if (name.startsWith('complete#') && isBeside) count(observed, 'a customer writes beside a completion');
}

/** Counts what reconcile says it repaired, by the first words. */
export function countRepairs(observed: Observed, answer: unknown): void {
  const repairs = object(answer)?.repairs;
  for (const repair of Array.isArray(repairs) ? repairs : [])
    count(observed, `repair: ${String(object(repair)?.what).split(' ').slice(0, 2).join(' ')}`);
}

export const INTERESTING = Object.values(BY_LOG_LINE);

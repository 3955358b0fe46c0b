import { isObservation, isSwitch, OBSERVATIONS, SWITCHES, type SwitchQuestion } from './questions';
import type { Sighting } from './steps';

/** What can be said of a question after a run. */
export type Conclusion =
  | {
      readonly kind: 'shown';
      readonly position: string;
      readonly asked: number;
      readonly agreed: number;
      /** A figure, such as how late. */
      readonly found?: string;
    }
  | { readonly kind: 'unclear'; readonly why: string }
  | { readonly kind: 'unasked'; readonly why: string };

const NEVER = 'nothing was seen';

/**
 * One position, when all sightings agree, or when one was seen that proves itself. Everything else is no conclusion: a
 * wrong position would be worse than none.
 */
export function conclude(
  sightings: readonly Sighting[],
  { proof }: Pick<SwitchQuestion, 'proof'>,
  whyUnasked: string | undefined,
): Conclusion {
  const positions = sightings.flatMap((one) => ('position' in one ? [one.position] : []));
  const [odd] = sightings.flatMap((one) => ('odd' in one ? [one.odd] : []));
  const [first] = positions;
  if (first === undefined)
    return odd === undefined ? { kind: 'unasked', why: whyUnasked ?? NEVER } : { kind: 'unclear', why: odd };
  const shown = proof !== undefined && positions.includes(proof) ? proof : first;
  const agreed = positions.filter((position) => position === shown).length;
  if (agreed < positions.length && shown !== proof)
    return { kind: 'unclear', why: `${shown} ${agreed} of ${positions.length} times` };
  const found = sightings.flatMap((one) =>
    'position' in one && one.position === shown && one.found !== undefined ? [one.found] : [],
  );
  const figures = found.length > 0 ? { found: [...new Set(found)].join(', ') } : {};
  return { kind: 'shown', position: shown, asked: positions.length, agreed, ...figures };
}

/** What happened to the groups of questions: by question, why it was not asked to its end. */
export type Reasons = Readonly<Record<string, string>>;

/** Of every question, switches and observations alike. */
export function concludeAll(
  sightings: readonly Sighting[],
  reasons: Reasons,
): { readonly switches: Record<string, Conclusion>; readonly observations: Record<string, Conclusion> } {
  const of = (name: string, question: Pick<SwitchQuestion, 'proof'>): [string, Conclusion] => [
    name,
    conclude(
      sightings.filter((one) => one.question === name),
      question,
      reasons[name],
    ),
  ];
  return {
    switches: Object.fromEntries(
      Object.entries(SWITCHES).map(([name, question]: [string, SwitchQuestion]) => of(name, question)),
    ),
    observations: Object.fromEntries(Object.keys(OBSERVATIONS).map((name) => of(name, {}))),
  };
}

/** Whether the account does what is taken to be so. */
export function isAsAssumed(name: string, position: string): boolean {
  if (isSwitch(name)) return SWITCHES[name].assumed === position;
  return isObservation(name) && OBSERVATIONS[name].assumed === position;
}

import { isAsAssumed, type Conclusion } from './conclude';
import type { Latency } from './latencies';
import { OBSERVATIONS, SWITCHES, type SwitchQuestion } from './questions';

interface Concluded {
  readonly switches: Readonly<Record<string, Conclusion>>;
  readonly observations: Readonly<Record<string, Conclusion>>;
}

interface Row {
  readonly name: string;
  readonly what: string;
  readonly assumed: string;
  readonly said: (position: string) => string;
  readonly conclusion: Conclusion | undefined;
}

function rowsOf({ switches, observations }: Concluded): Row[] {
  const ofSwitches = Object.entries(SWITCHES).map(([name, question]: [string, SwitchQuestion]) => {
    const said = (position: string) => question.words[position] ?? position;
    return { name, what: question.what, assumed: question.assumed, said, conclusion: switches[name] };
  });
  const ofObservations = Object.entries(OBSERVATIONS).map(([name, { what, assumed }]) => {
    return { name, what, assumed, said: (found: string) => found, conclusion: observations[name] };
  });
  return [...ofSwitches, ...ofObservations];
}

/** What the account showed, the contradictions last and plainly, for whoever acts on them. */
export function describeReport(concluded: Concluded): string[] {
  const rows = rowsOf(concluded);
  const contradicting = rows.filter(
    ({ name, conclusion }) => conclusion?.kind === 'shown' && !isAsAssumed(name, conclusion.position),
  );
  return [
    ...rows.map(describeRow),
    contradicting.length === 0
      ? 'Nothing contradicts what is assumed.'
      : `${contradicting.length === 1 ? 'One contradicts' : `${contradicting.length} contradict`} what is assumed:`,
    ...contradicting.map(({ name, assumed, said, conclusion }) => {
      const shown = conclusion?.kind === 'shown' ? said(conclusion.position) : '';
      return `  ${name}: assumed "${said(assumed)}", the account shows "${shown}"`;
    }),
  ];
}

function describeRow({ name, what, said, conclusion }: Row): string {
  if (conclusion?.kind !== 'shown') {
    const why = conclusion?.why ?? 'it was not reached';
    return `? ${what}: could not be ${conclusion?.kind === 'unclear' ? 'told' : 'asked'}: ${why}`;
  }
  const { position, asked, agreed, found } = conclusion;
  const sign = isAsAssumed(name, position) ? '✓' : '!';
  return `${sign} ${what}: ${said(position)} (${agreed} of ${asked}${found === undefined ? '' : `; ${found}`})`;
}

/** Figures of one run, from one place. */
export function describeLatencies(latencies: Readonly<Record<string, Latency>>): string[] {
  const rows = Object.entries(latencies);
  const width = Math.max(0, ...rows.map(([kind]) => kind.length));
  const figures = rows.map(
    ([kind, { calls, p50Ms, p95Ms }]) => `  ${kind.padEnd(width)}  ${calls} calls, p50 ${p50Ms} ms, p95 ${p95Ms} ms`,
  );
  return ['Latencies of this run, from here:', ...figures];
}

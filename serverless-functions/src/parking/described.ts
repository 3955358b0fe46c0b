import type { Claimed } from './claim';

/** What came of routing, in the words of a report. */
export function described(why: string, claimed: Claimed): string {
  return claimed.kind === 'routed' ? `${why}: routed` : `${why}: ${claimed.kind}`;
}

import type { Claimed } from '../unpark/claim';
import { ParkingError } from '../errors';

/** What came of routing, in the words of a report. Throws the ParkingError of a routing that failed. */
export function described(why: string, claimed: Claimed): string {
  if (claimed.kind === 'failed') throw new ParkingError(claimed.code);
  return `${why}: ${claimed.kind}`;
}

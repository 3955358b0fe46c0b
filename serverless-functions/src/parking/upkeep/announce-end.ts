import { apply } from '../apply';
import { decide } from '../domain/decide';
import type { Announcement, ParkedRecord } from '../domain/record';
import { ParkingError } from '../errors';
import type { Ports, Stored } from '../ports';
import { sayTo } from '../say-to';

/**
 * Tells the customer of the end, once at most: the record says so first, so that a run that is repeated, and one beside
 * it, say nothing. Answers the record as it is now; throws `busy` when somebody else has written it meanwhile.
 */
export async function announceEnd(
  ports: Ports,
  stored: Stored<ParkedRecord>,
  { texts, what }: { what: Announcement; texts: Record<string, string> },
): Promise<{ stored: Stored; outcome: 'said' | 'not-said' }> {
  if (Object.keys(texts).length === 0) return { stored, outcome: 'not-said' };
  const atMs = ports.clock.nowMs();
  const applied = await apply(ports, stored, decide(stored.record, { type: 'endAnnounced', what, atMs }));
  if (applied.kind === 'ignored') return { stored, outcome: 'not-said' };
  if (applied.kind !== 'moved') throw new ParkingError('busy');
  return { stored: applied.stored, outcome: await sayTo(ports, stored.record.park, { name: what, texts }) };
}

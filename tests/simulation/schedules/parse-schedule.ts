import { PLAIN } from './plain';
import type { Schedule } from './schedule';

/** A schedule as it was printed with a failure; what is left out is as in the plain one. */
export function parseSchedule(text: string): Schedule {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) throw new Error('a schedule is a JSON object');
  return { ...PLAIN, ...(read as Partial<Schedule>) };
}

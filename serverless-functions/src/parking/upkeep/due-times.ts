import { isDue } from '../domain/due';
import { codeOf } from '../errors';
import type { DueTime, Found, Ports, Stored, Unreadable } from '../ports';
import { isUnreadable } from '../record-port';
import { step } from '../step';

/** So many come back by one call at most: each costs a handful of calls of its own. */
const AT_MOST = 10;
/** When there was no room for all, the rest is tried again so much later. */
const AGAIN_AFTER_MS = 15_000;

/** The earliest due times; none when they cannot be read, for every run of reconcile goes by the records as well. */
export async function readDueTimes(ports: Ports): Promise<DueTime[]> {
  try {
    return await ports.dueTimes.first();
  } catch (error) {
    ports.log('due-times', 'failed', { reason: codeOf(error) });
    return [];
  }
}

/**
 * Brings back what is due, oldest first, and not more at once than there are agents to take it. Answers when the next
 * one is due; undefined when there is none. `repair`: looks at a record and routes what has to be routed.
 */
export async function bringBackDue(
  ports: Ports,
  times: readonly DueTime[],
  repair: (found: Stored | Unreadable) => Promise<void>,
): Promise<number | undefined> {
  const nowMs = ports.clock.nowMs();
  const due = times.filter(({ atMs }) => atMs <= nowMs);
  const now = due.slice(0, await roomFor(ports, due.length));
  await Promise.all(now.map((time) => bringBack(ports, time, repair)));
  const next = times[now.length];
  if (!next) return undefined;
  return next.atMs <= nowMs ? nowMs + AGAIN_AFTER_MS : next.atMs;
}

/** One always comes back; of several, only as many as could be taken now. */
async function roomFor(ports: Ports, wanted: number): Promise<number> {
  if (wanted <= 1) return wanted;
  try {
    const [available, pending] = await Promise.all([
      ports.workers.countAvailable(AT_MOST),
      ports.tasks.countPending(AT_MOST),
    ]);
    return Math.min(AT_MOST, Math.max(1, available - pending));
  } catch (error) {
    ports.log('due-room', 'failed', { reason: codeOf(error) });
    return 1;
  }
}

/** Its entry goes after the attempt: if that failed, the record is still due, and later runs find it by that. */
async function bringBack(
  ports: Ports,
  time: DueTime,
  repair: (found: Stored | Unreadable) => Promise<void>,
): Promise<void> {
  await step(ports, 'bring-back', async () => {
    const found = await ports.records.read(time.conversationSid);
    if (found && isOf(found, time, ports.clock.nowMs())) await repair(found);
    await ports.dueTimes.remove(time);
  });
}

/** An entry may be left over from an earlier park, or from a time that was changed. */
function isOf(found: NonNullable<Found>, { parkId }: DueTime, nowMs: number): boolean {
  if (isUnreadable(found)) return true;
  const { park } = found.record;
  return park.parkId === parkId && isDue(park, nowMs);
}

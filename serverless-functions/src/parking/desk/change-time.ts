import type { ChangeTimeAnswer, ChangeTimeRequest } from '../../contract/park-until';
import { settingsOfQueue } from '../../contract/queue-settings';
import { retryOnConflict } from '../apply';
import { mayActOnAll, type Caller } from '../caller';
import { askedBack, backAt } from '../domain/due';
import type { Back } from '../domain/plans';
import type { Park } from '../domain/record';
import { ParkingError } from '../errors';
import type { Found, Ports } from '../ports';
import { isUnreadable } from '../record-port';
import { claimAndRoute } from '../unpark/route';

/** Gives a parked conversation another time to come back at, or none. */
export async function changeTime(
  ports: Ports,
  request: ChangeTimeRequest,
  verifying: Promise<Caller>,
): Promise<ChangeTimeAnswer> {
  const reading = Promise.all([ports.records.read(request.conversationSid), ports.settings.current()]);
  reading.catch(() => undefined);
  const caller = await verifying;
  const [first, settings] = await reading;
  const attempt = async (found: Found): Promise<ChangeTimeAnswer | undefined> => {
    if (!found) throw new ParkingError('not-parked');
    if (isUnreadable(found)) throw new ParkingError('record-unreadable');
    const { park } = found.record;
    const nowMs = ports.clock.nowMs();
    const by = { workerSid: caller.workerSid, mayActOnAll: mayActOnAll(caller) };
    const back = backOf(park, request, { settings, nowMs });
    const claim = { claimId: ports.newId(), atMs: nowMs };
    const claimed = await claimAndRoute(ports, found, { type: 'timeChanged', by, back, claim });
    return answerOf(request, soonest(back, park), claimed.kind);
  };
  return (
    (await attempt(first)) ??
    retryOnConflict(
      () => ports.records.read(request.conversationSid),
      (found) => attempt(found),
    )
  );
}

function backOf(
  { task, parkedAtMs }: Park,
  request: ChangeTimeRequest,
  { settings, nowMs }: { settings: Awaited<ReturnType<Ports['settings']['current']>>; nowMs: number },
): Back | undefined {
  const ofQueue = settingsOfQueue(settings, { ...(task.queueSid && { sid: task.queueSid }), name: task.queueName });
  const asked = askedBack(request, { settings: ofQueue, parkedAtMs, nowMs });
  if (asked === 'impossible') throw new ParkingError('time-not-possible');
  return asked && backAt(asked, ofQueue, task.queueSid);
}

/** A closing remark that waits goes on doing so beside a time before which replies may wake, and may end first. */
function soonest(back: Back | undefined, { remark }: Park): Pick<Back, 'atMs'> | undefined {
  if (!back || back.repliesWaitMs !== undefined || !remark) return back;
  return { atMs: Math.min(back.atMs, remark.untilMs) };
}

/** A reply that waited is routed as it would have been; what fails then is tried again by reconcile. */
function answerOf(
  { conversationSid }: ChangeTimeRequest,
  back: Pick<Back, 'atMs'> | undefined,
  came: Awaited<ReturnType<typeof claimAndRoute>>['kind'],
): ChangeTimeAnswer | undefined {
  if (came === 'again') return undefined;
  if (came !== 'noted') return { status: 'returned', conversationSid };
  return { status: 'changed', conversationSid, ...(back && { backAt: new Date(back.atMs).toISOString() }) };
}

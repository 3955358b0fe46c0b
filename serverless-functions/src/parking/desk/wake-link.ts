import type { WakeLinkAnswer, WakeLinkRequest } from '../../contract/wake-link';
import { mayActOnAll, type Caller } from '../caller';
import { ParkingError } from '../errors';
import type { Ports } from '../ports';
import { isUnreadable } from '../record-port';

/** The link by which another system brings a parked conversation back, for those who may unpark it. */
export async function wakeLink(
  ports: Ports,
  { conversationSid }: WakeLinkRequest,
  verifying: Promise<Caller>,
): Promise<WakeLinkAnswer> {
  const reading = Promise.all([ports.records.read(conversationSid), ports.settings.current()]);
  reading.catch(() => undefined);
  const caller = await verifying;
  const [found, { wakeLinks: isOn }] = await reading;
  if (!isOn) throw new ParkingError('wake-links-off');
  if (!found) throw new ParkingError('not-parked');
  if (isUnreadable(found)) throw new ParkingError('record-unreadable');
  const { park, state } = found.record;
  if (park.agent.workerSid !== caller.workerSid && !mayActOnAll(caller)) throw new ParkingError('not-your-park');
  if (state !== 'parked') throw new ParkingError(state === 'parking' ? 'busy' : 'not-parked');
  const path = ports.wakeLinks.pathFor(park);
  if (path === undefined) throw new ParkingError('wake-links-off');
  return { status: 'wake-link', conversationSid, path };
}

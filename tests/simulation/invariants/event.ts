import { isUnreadable } from '../run/another-version';
import { violate } from '../run/observed';
import type { Stage } from '../run/stage';
import { object, viewOf } from '../run/view';

/** The park in the record may be brought back by an event that was sent. */
export function hasEventCome({ conversation, observed, world }: Stage): boolean {
  const parkId = object(viewOf(world, conversation).record?.park)?.parkId;
  return typeof parkId === 'string' && observed.eventsSent.has(parkId);
}

/** Who was told that the event was taken need not send it again: it is on its way, or noted. */
export function backAfterItsEvent(stage: Stage, parkId: string): void {
  const { conversation, observed, world } = stage;
  const { agents, openTasks, record } = viewOf(world, conversation);
  const park = object(record?.park);
  if (agents.length > 0 || openTasks.length > 0 || isUnreadable(stage) || conversation.state === 'closed') return;
  if (record?.state !== 'parked' || park?.parkId !== parkId || park.event !== undefined) return;
  if (stage.observed.overwritten) return;
  violate(observed, 'an event that was taken is kept', 'it is parked, and its record says nothing of the event');
}

/** At rest nothing is parked whose event has been taken. */
export function backAtRestAfterEvent(stage: Stage, when: string): void {
  const { conversation, observed, world } = stage;
  const { agents, openTasks, record } = viewOf(world, conversation);
  if (conversation.state === 'closed' || agents.length > 0 || openTasks.length > 0 || isUnreadable(stage)) return;
  if (record?.state === 'parked' && object(record.park)?.event !== undefined)
    violate(observed, 'back after its event', `${when}: an event came, and it is still parked`);
}

import { chooseTarget } from './choose-target';
import type { Park, Target, UnparkingRecord } from '../domain/record';
import type { Ports } from '../ports';
import { step } from '../step';

/** What has to be done before the invite of a conversation that comes back, and where it goes. Never throws. */
export async function prepareReturn(ports: Ports, record: UnparkingRecord): Promise<Target> {
  await endWrapUp(ports, record.park);
  return chooseTarget(ports, record);
}

/**
 * A parked task that still wraps up ends when its conversation comes back. Twilio does not say whether closing its
 * participant later would take an agent out of the Conversation who is in it again with the new task; and until it is
 * closed the agent has no room for that task.
 */
async function endWrapUp(ports: Ports, park: Park): Promise<void> {
  if (!park.wrapUp) return;
  await step(ports, 'end-wrap-up', () => ports.interactions.release(park, park.agent.participantSid, 'closed'));
}

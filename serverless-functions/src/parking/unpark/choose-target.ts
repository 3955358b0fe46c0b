import { codeOf } from '../errors';
import type { ReplyRoute, Target, UnparkingRecord } from '../domain/record';
import type { Ports } from '../ports';

/** A slow look is no reason to let the customer wait: Conversations waits 5 s for the webhook's answer. */
const LOOK_FOR_MS = 1_500;
const BY_WORKFLOW: Target = { to: 'workflow' };

/**
 * Where a claimed conversation really goes. A reply goes straight to the agent only while he can take it and while his
 * refusal would reach us; otherwise the workflow routes it, which may look for him by `originalRouting.workerSid`.
 * Never throws.
 */
export async function chooseTarget(ports: Ports, { park, target, cause }: UnparkingRecord): Promise<Target> {
  if (target.to !== 'worker' || cause !== 'customer-wrote') return target;
  try {
    const looks = Promise.all([
      ports.workers.isFree(target.workerSid, park.task.taskChannelUniqueName),
      refusalReachesUs(ports, park.reply?.route),
    ]);
    const [isFree, reachesUs] = await ports.clock.timeout(looks, LOOK_FOR_MS);
    if (isFree && reachesUs) return target;
    ports.log('choose-target', 'by-workflow', { isFree, reachesUs });
  } catch (error) {
    ports.log('choose-target', 'by-workflow', { reason: codeOf(error) });
  }
  return BY_WORKFLOW;
}

async function refusalReachesUs(ports: Ports, route: ReplyRoute | undefined): Promise<boolean> {
  return (route?.to === 'worker' && route.events === 'event-streams') || ports.tasks.deathsAreReported();
}

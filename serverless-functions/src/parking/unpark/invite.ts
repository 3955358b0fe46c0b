import type { TaskQueueSid, TaskSid } from '../../contract/sids';
import { returnAttributes } from '../domain/attributes';
import { parseAttributes } from '../domain/conversation-attributes';
import type { InviteTarget, Target } from '../domain/plans';
import type { Park, UnparkingRecord } from '../domain/record';
import { inviteRouting } from '../domain/routing';
import { codeOf, ParkingError, TwilioFailure } from '../errors';
import type { Ports } from '../ports';

/** A slow look is no reason to let the customer wait: Conversations waits 5 s for the webhook's answer. */
const LOOK_FOR_MS = 1_500;
const BY_WORKFLOW: InviteTarget = { to: 'workflow' };

export interface Sent {
  taskSid: TaskSid;
  /** Where it went in the end. */
  target: InviteTarget;
}

/**
 * Where a claimed conversation really goes. A reply goes straight to the agent only while they can take it and while
 * their refusal would reach us; otherwise the workflow routes it, which may look for them by
 * `originalRouting.workerSid`. Only looks, so it may run beside the claim. Never throws.
 */
export async function chooseTarget(ports: Ports, { park, target, cause }: UnparkingRecord): Promise<Target> {
  if (target.to !== 'worker' || cause !== 'customer-wrote') return target;
  try {
    const looks = Promise.all([ports.workers.freeChannels(target.workerSid), refusalReachesUs(ports, park)]);
    const [freeChannels, reachesUs] = await ports.clock.timeout(looks, LOOK_FOR_MS);
    const isFree = freeChannels.includes(park.task.taskChannelUniqueName);
    if (isFree && reachesUs) return target;
    ports.log('choose-target', 'by-workflow', { isFree, reachesUs });
  } catch (error) {
    ports.log('choose-target', 'by-workflow', { reason: codeOf(error) });
  }
  return BY_WORKFLOW;
}

async function refusalReachesUs(ports: Ports, { reply, back, eventRoute }: Park): Promise<boolean> {
  const routes = [reply?.route, back?.route, eventRoute];
  if (routes.some((route) => route?.to === 'worker' && route.events === 'event-streams')) return true;
  return ports.tasks.deathsAreReported();
}

/**
 * Sends the invite. Where Twilio refuses one, it goes another way that is as good: a worker who is not in the parked
 * queue gets it through a queue of theirs, a customer who waits goes by the workflow, and a workflow that was deleted
 * is replaced by the account's default one. Throws the TwilioFailure when nothing helped.
 */
export function sendInvite(ports: Ports, { park, cause }: UnparkingRecord, target: InviteTarget): Promise<Sent> {
  return trySending(ports, { park, cause, target });
}

async function trySending(ports: Ports, way: Way): Promise<Sent> {
  try {
    return { taskSid: await invite(ports, way), target: way.target };
  } catch (error) {
    const other = isRefused(error) ? await anotherWay(ports, way) : undefined;
    if (!other) throw error;
    ports.log('invite', 'another-way', { refused: way.target.to, instead: other.target.to });
    return trySending(ports, other);
  }
}

/** One way to bring a conversation back. */
interface Way extends Pick<UnparkingRecord, 'park' | 'cause'> {
  target: InviteTarget;
  /** Of a worker who is not in the parked queue. */
  inQueue?: TaskQueueSid;
}

function invite(ports: Ports, { park, target, inQueue }: Way): Promise<TaskSid> {
  const attributes = returnAttributes(park, parseAttributes(park.task.attributes) ?? {}, ports.clock.nowMs());
  if (!attributes) throw new ParkingError('attributes-too-large');
  if (attributes.dropped !== 'nothing') ports.log('attributes', 'shortened', { dropped: attributes.dropped });
  const routing = inviteRouting(park, target, inQueue);
  return ports.interactions.invite(park, { routing, attributes: attributes.json });
}

/** Never throws, and comes to an end: no way is answered twice. */
async function anotherWay(ports: Ports, way: Way): Promise<Way | undefined> {
  const { park, cause, target } = way;
  if (target.to !== 'workflow' && cause === 'customer-wrote') return { park, cause, target: BY_WORKFLOW };
  try {
    if (target.to === 'worker' && !way.inQueue) {
      const inQueue = await ports.workers.queueOf(target.workerSid);
      if (inQueue && inQueue !== park.task.queueSid) return { ...way, inQueue };
    }
    const workflowSid = await ports.workflows.replacementOf(park.task.workflowSid);
    if (!workflowSid || workflowSid === park.task.workflowSid) return undefined;
    return { ...way, park: { ...park, task: { ...park.task, workflowSid } } };
  } catch (error) {
    ports.log('invite', 'no-other-way', { reason: codeOf(error) });
    return undefined;
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof TwilioFailure && error.kind === 'refused';
}

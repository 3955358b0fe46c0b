import type { FlowTarget } from '../domain/plans';
import type { UnparkingRecord } from '../domain/record';
import { codeOf, isUnknown } from '../errors';
import type { Ports, Stored } from '../ports';
import { apply } from '../apply';
import { decide } from '../domain/decide';

const MINUTE_MS = 60_000;

/**
 * Gives the conversation to a Studio flow: it stays parked, with its wake path, and the flow asks for an agent when it
 * wants one. `impossible`: it goes by the workflow; `unconfirmed`: the take-over of the claim tries again.
 */
export async function handOver(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  { flowSid, timeoutMinutes }: FlowTarget,
): Promise<'handed-over' | 'unconfirmed' | 'impossible'> {
  const { park, claimId } = stored.record;
  try {
    await ports.flows.attach(park, flowSid);
  } catch (error) {
    ports.log('attach-flow', 'failed', { reason: codeOf(error) });
    return isUnknown(error) ? 'unconfirmed' : 'impossible';
  }
  const untilMs = ports.clock.nowMs() + timeoutMinutes * MINUTE_MS;
  await apply(ports, stored, decide(stored.record, { type: 'handedOver', claimId, untilMs }));
  return 'handed-over';
}

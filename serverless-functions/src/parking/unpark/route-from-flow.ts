import type { ConversationSid } from '../../contract/sids';
import { isState, retryOnConflict } from '../apply';
import type { ParkedRecord } from '../domain/record';
import type { Found, Ports } from '../ports';
import { takeOver } from '../take-over';
import { isCustomerWaiting } from '../truth';
import { claimAndRoute } from './route';
import { wakeAnswer, type WakeAnswer } from './wake';

/** A flow may be quicker than the Function that handed the conversation to it. */
const LOOK_AGAIN_AFTER_MS = 700;

/** A Studio flow wants an agent: by the workflow, once. What is not parked any more is ignored. */
export function routeFromFlow(ports: Ports, conversation: ConversationSid): Promise<WakeAnswer> {
  return retryOnConflict(
    () => ports.records.read(conversation),
    (found) => attempt(ports, found),
  );
}

async function attempt(ports: Ports, found: Found): Promise<WakeAnswer | undefined> {
  if (!found) return { status: 'ignored', why: 'nothing-parked' };
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await takeOver(ports, found, claim);
  if (stored?.record.state === 'unparking') await ports.clock.sleep(LOOK_AGAIN_AFTER_MS);
  if (!stored || stored.record.state === 'unparking') return undefined;
  if (!isState(stored, 'parked')) return { status: 'ignored', why: 'nothing-parked' };
  if (!(await wasHandedOver(ports, stored.record))) return { status: 'ignored', why: 'not-with-a-flow' };
  const event = { type: 'customerWrote', agentGone: true, served: false, byWorkflow: true, claim } as const;
  return wakeAnswer(await claimAndRoute(ports, stored, event));
}

/**
 * A call of an earlier cycle may come, or come again, after the next park. The record may not say that a flow has it,
 * when its hand-over was taken over; but no flow gets a conversation before its customer has written.
 */
async function wasHandedOver(ports: Ports, { flow, park }: ParkedRecord): Promise<boolean> {
  return flow !== undefined || isCustomerWaiting(ports, park);
}

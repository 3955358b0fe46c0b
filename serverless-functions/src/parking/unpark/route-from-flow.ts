import type { ConversationSid } from '../../contract/sids';
import { claimAndRoute } from './claim';
import type { Ports, Stored } from '../ports';
import { rounds } from '../records';
import { settle } from '../settle';
import { answer, type WakeAnswer } from './wake';

/** A flow may be quicker than the Function that handed the conversation to it. */
const LOOK_AGAIN_AFTER_MS = 700;

/** A Studio flow wants an agent: by the workflow, once. What is not parked any more is ignored. */
export function routeFromFlow(ports: Ports, conversation: ConversationSid): Promise<WakeAnswer> {
  return rounds(ports, conversation, (stored) => decide(ports, stored));
}

async function decide(ports: Ports, found: Stored | undefined): Promise<WakeAnswer | undefined> {
  if (!found) return { status: 'ignored', why: 'nothing-parked' };
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await settle(ports, found, claim);
  if (stored?.record.state === 'unparking') await ports.clock.sleep(LOOK_AGAIN_AFTER_MS);
  if (!stored || stored.record.state === 'unparking') return undefined;
  if (stored.record.state !== 'parked') return { status: 'ignored', why: 'nothing-parked' };
  const event = { type: 'customerWrote', agentGone: true, served: false, byWorkflow: true, claim } as const;
  return answer(await claimAndRoute(ports, stored, event));
}

import type { WebhookSid } from '../../contract/sids';
import type { ParkingEvent } from '../domain/events';
import type { Park } from '../domain/record';
import { transition } from '../domain/transitions';
import { codeOf } from '../errors';
import { rearmWebhook } from './rearm';
import type { Ports, Stored } from '../ports';
import { step } from '../step';

export interface Armed {
  stored: Stored;
  /** The webhook that was made here, to be taken back when somebody else writes the record first. */
  created: WebhookSid | undefined;
}

/**
 * A conversation that returned has no webhook any more. Before it leaves `returning` without an agent it gets one, so
 * that a Function that dies right after the claim leaves a customer who can still wake it.
 */
export async function withWakePath(ports: Ports, stored: Stored, event: ParkingEvent): Promise<Armed> {
  if (!leavesReturning(stored, event)) return { stored, created: undefined };
  const { record } = stored;
  try {
    const { webhookSid, created } = await rearmWebhook(ports, record.park);
    const traces = { ...record.traces, webhookSid };
    return { stored: { ...stored, record: { ...record, traces } }, created: created ? webhookSid : undefined };
  } catch (error) {
    // The new task is worth more than its fallback.
    ports.log('wake-path', 'failed', { reason: codeOf(error) });
    return { stored, created: undefined };
  }
}

function leavesReturning({ record }: Stored, event: ParkingEvent): boolean {
  if (record.state !== 'returning') return false;
  const outcome = transition(record, event);
  return outcome.kind === 'moved' && outcome.record !== undefined;
}

/** Somebody else wrote the record first: only a webhook that it knows may stay. */
export async function takeBackWakePath(ports: Ports, park: Park, created: WebhookSid): Promise<void> {
  await step(ports, 'take-back-webhook', async () => {
    const now = await ports.records.read(park.conversationSid);
    if (now?.record.traces.webhookSid !== created) await ports.wakeWebhooks.remove(park.conversationSid, created);
  });
}

import type { DeliveryRecord } from './deliveries';
import { planned, type Planned } from './planned';

/**
 * - `lost`: it never arrives, and Twilio gets no answer.
 * - `answer-lost`: it arrives, and Twilio gets no answer.
 * - `late`: it is sent after `delayMs`.
 * - `twice`: it is sent two times, alike.
 * - `out-of-order`: it is held back until the next one to the same address was answered; at most for `delayMs`.
 */
export type Mishap = 'lost' | 'answer-lost' | 'late' | 'twice' | 'out-of-order';

/** One planned mishap of webhooks. */
export interface WebhookFault {
  readonly mishap: Mishap;
  /** Such as `onMessageAdded` or `task.created`; `*` means any. */
  readonly eventType: string;
  /** Only those of this service, when given. */
  readonly kind?: DeliveryRecord['kind'] | undefined;
  /** Only those whose address begins with it, when given. */
  readonly url?: string | undefined;
  readonly times: number;
  /** Default: 5000. */
  readonly delayMs?: number | undefined;
}

interface Sent {
  readonly kind: DeliveryRecord['kind'];
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface WebhookFaults extends Omit<Planned<WebhookFault>, 'take'> {
  take(sent: Sent): WebhookFault | undefined;
}

export function createWebhookFaults(): WebhookFaults {
  const faults = planned<WebhookFault>();
  return {
    ...faults,
    take: ({ kind, url, params }) =>
      faults.take(
        (fault) =>
          (fault.eventType === '*' || fault.eventType === params['EventType']) &&
          (!fault.kind || fault.kind === kind) &&
          (!fault.url || url.startsWith(fault.url)),
      ),
  };
}

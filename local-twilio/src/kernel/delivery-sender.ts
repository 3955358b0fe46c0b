import type { Clock } from './clock';
import type { Deliver, Delivery, DeliveryEvent, DeliveryRecord } from './deliveries';
import type { Events } from './bus';
import type { OnFailure } from './failures';
import { deliveryMishaps, type Loss } from './delivery-mishaps';
import { signRequest } from './signature';
import type { WebhookFaults } from './webhook-faults';

export interface Outgoing {
  readonly sid: string;
  readonly kind: DeliveryRecord['kind'];
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Sent again after a failure this many times, with RetryCount raised. */
  readonly retries: () => number;
  /** Told what came of each try. */
  readonly answered?: (outcome: NonNullable<DeliveryRecord['outcome']>) => void;
}

export interface DeliverySender {
  send(outgoing: Outgoing): void;
  records(): readonly DeliveryRecord[];
  inFlight(): ReadonlySet<Promise<void>>;
  /** Nothing is sent any more, again neither, and nobody is told what came of what is under way. */
  end(): void;
}

interface SenderOptions {
  readonly faults: WebhookFaults;
  readonly authToken: string;
  readonly clock: Clock;
  readonly events: Events<DeliveryEvent>;
  readonly deliver: Deliver;
  readonly onFailure: OnFailure;
}

const RECORDS_KEPT = 1000;

function signed({ sid, method, url, params, timeoutMs }: Outgoing, authToken: string): Delivery {
  // The same for every try of one delivery.
  const common = { 'user-agent': 'TwilioProxy/1.1', 'i-twilio-idempotency-token': sid };
  if (method === 'GET') {
    const target = new URL(url);
    for (const [key, value] of Object.entries(params)) target.searchParams.append(key, value);
    const signature = signRequest(authToken, target.href);
    return { method, url: target.href, params: {}, timeoutMs, headers: { ...common, 'x-twilio-signature': signature } };
  }
  return {
    method,
    url,
    params,
    timeoutMs,
    headers: {
      ...common,
      'x-twilio-signature': signRequest(authToken, url, params),
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    },
  };
}

type Outcome = NonNullable<DeliveryRecord['outcome']>;

async function attempt({ clock, deliver }: SenderOptions, delivery: Delivery, loss?: Loss): Promise<Outcome> {
  if (loss === 'lost') return { failure: 'lost on its way, as planned' };
  let cancelTimer = () => {};
  const late = new Promise<{ failure: string }>((resolve) => {
    cancelTimer = clock.schedule(delivery.timeoutMs, () =>
      resolve({ failure: `no answer in ${delivery.timeoutMs} ms` }),
    );
  });
  const answered = Promise.resolve()
    .then(() => deliver(delivery))
    .catch((error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }));
  const outcome = await Promise.race([answered, late]);
  cancelTimer();
  return loss ? { failure: 'its answer was lost, as planned' } : outcome;
}

/** Signs webhooks, sends them one microtask later, and keeps what became of them. */
export function deliverySender(options: SenderOptions): DeliverySender {
  const { authToken, clock, events, onFailure, faults } = options;
  const records: DeliveryRecord[] = [];
  const inFlight = new Set<Promise<void>>();
  let ended = false;

  const run = async (outgoing: Outgoing, retry: number, loss?: Loss): Promise<void> => {
    const params =
      outgoing.kind === 'conversations' ? { ...outgoing.params, RetryCount: String(retry) } : outgoing.params;
    const delivery = signed({ ...outgoing, params }, authToken);
    const record: DeliveryRecord = {
      sid: outgoing.sid,
      at: new Date(clock.nowMs()).toISOString(),
      kind: outgoing.kind,
      delivery,
      outcome: null,
      durationMs: null,
    };
    records.push(record);
    if (records.length > RECORDS_KEPT) records.shift();
    events.emit({ type: 'delivery.started', delivery: record });
    const startedMs = clock.stopwatchMs();
    const outcome = await attempt(options, delivery, loss);
    if (ended) return;
    record.outcome = outcome;
    record.durationMs = clock.stopwatchMs() - startedMs;
    events.emit({ type: 'delivery.finished', delivery: record });
    outgoing.answered?.(outcome);
    const failed = 'failure' in outcome || outcome.status >= 500;
    if (failed && retry < outgoing.retries()) await run(outgoing, retry + 1);
    else mishaps.done(outgoing.url);
  };

  const start = (outgoing: Outgoing, loss?: Loss) => {
    if (ended) return;
    const work: Promise<void> = run(outgoing, 0, loss)
      .catch((error: unknown) => onFailure('a webhook', error))
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  };
  const mishaps = deliveryMishaps({ clock, faults, start });

  return {
    send: mishaps.send,
    records: () => records,
    inFlight: () => inFlight,
    end() {
      ended = true;
      inFlight.clear();
    },
  };
}

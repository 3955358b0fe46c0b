import type { Clock } from './clock';
import type { Outgoing } from './delivery-sender';
import type { Mishap, WebhookFaults } from './webhook-faults';

const DELAY_MS = 5_000;

export type Loss = Extract<Mishap, 'lost' | 'answer-lost'>;

interface Held {
  readonly url: string;
  readonly release: () => void;
}

interface Parts {
  readonly clock: Clock;
  readonly faults: WebhookFaults;
  readonly start: (outgoing: Outgoing, loss?: Loss) => void;
}

export interface Mishaps {
  /** Starts it, as what is planned for it says. */
  send(outgoing: Outgoing): void;
  /** What waited for one to that address to be done goes on. */
  done(url: string): void;
}

export function deliveryMishaps({ clock, faults, start }: Parts): Mishaps {
  let held: readonly Held[] = [];

  const hold = (outgoing: Outgoing, delayMs: number) => {
    const release = () => {
      if (!held.includes(one)) return;
      held = held.filter((other) => other !== one);
      cancel();
      start(outgoing);
    };
    const one: Held = { url: outgoing.url, release };
    held = [...held, one];
    const cancel = clock.schedule(delayMs, release);
  };

  return {
    send(outgoing) {
      const fault = faults.take(outgoing);
      const { delayMs = DELAY_MS } = fault ?? {};
      switch (fault?.mishap) {
        case undefined:
          return start(outgoing);
        case 'lost':
        case 'answer-lost':
          return start(outgoing, fault.mishap);
        case 'late':
          return void clock.schedule(delayMs, () => start(outgoing));
        case 'twice':
          start(outgoing);
          // Whoever waits for the answer gets the first one's.
          return start({ ...outgoing, answered: () => undefined });
        case 'out-of-order':
          return hold(outgoing, delayMs);
      }
    },
    done(url) {
      for (const one of held.filter((other) => other.url === url)) one.release();
    },
  };
}

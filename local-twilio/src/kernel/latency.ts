import type { Clock } from './clock';

/** How far away Twilio is. What crosses the distance arrives later, in the order in which it left. */
export interface Latency {
  /** What is sent; `arrive` is called at once where there is no distance. */
  send(arrive: () => void): void;
  /** Hands a request on, when it is there. */
  carry<Answer>(handle: () => Promise<Answer>): Promise<Answer>;
}

export function latency(clock: Pick<Clock, 'schedule'>, delayMs: number): Latency {
  const send = (arrive: () => void) => void (delayMs > 0 ? clock.schedule(delayMs, arrive) : arrive());
  return {
    send,
    carry: (handle) => (delayMs > 0 ? new Promise<void>((resolve) => send(resolve)).then(handle) : handle()),
  };
}

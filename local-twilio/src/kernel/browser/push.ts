import type { Happening } from '../bus';

/** An event for the pages of some workers, by the event bridge. */
export interface Push {
  readonly workerSids: readonly string[];
  readonly eventType: string;
  readonly payload: Record<string, unknown>;
}

/**
 * Which workers' pages hear of an event, and what they are told; the payload is read now: entities are live. It is asked
 * about all events; those of others are pushed to nobody.
 */
export interface Pushes<E extends Happening> {
  pushFor(event: E): Push | undefined;
}

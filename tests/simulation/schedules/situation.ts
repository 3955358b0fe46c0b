import type { Schedule, Step } from './schedule';

/** A situation in which one Function is put under every fault. */
export interface Situation {
  readonly name: string;
  readonly base: Partial<Schedule>;
  readonly steps: readonly Step[];
  /** The invocation whose calls go wrong, and between whose calls the customer writes. */
  readonly under: string;
  /** `around`: only before, in the middle and after, where more would show nothing new. */
  readonly messages: 'anywhere' | 'around';
}

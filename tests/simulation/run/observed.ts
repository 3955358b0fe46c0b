import type { Outcome } from '../functions/functions-host';

/** One press of a button in Flex, and what came of it. */
export interface Press {
  /** The invocation's name. */
  readonly name: string;
  readonly what: 'park' | 'unpark';
  readonly pressedAtMs: number;
  /** The agent was in the conversation when he pressed. */
  readonly wasOnChannel: boolean;
  /** Task that was parked. */
  readonly taskSid?: string;
  outcome?: Outcome;
  answeredAtMs?: number;
}

/** What the run has seen so far; the invariants judge by it. */
export interface Observed {
  readonly presses: Press[];
  /** Index of the newest message that an agent had on screen when he left. */
  seenIndex: number;
  /** Index of the newest message by a customer. */
  newestCustomerIndex: number;
  /** An agent asked for the conversation, and it has not come back yet. */
  unparkAsked: boolean;
  /** Keys that other systems wrote into the conversation's attributes and that must stay. */
  readonly othersAttributes: Map<string, unknown>;
  /** The newest task an agent accepted. */
  lastServed: Parked | undefined;
  readonly violations: Violation[];
  readonly counts: Map<string, number>;
  /** Calls that each invocation sent, by its name. */
  readonly calls: Map<string, number>;
}

/** A task in an agent's hands, as it was when he parked it. */
export interface Parked {
  readonly taskSid: string;
  readonly workerSid: string;
  attributes: string;
  readonly queueSid: string | null;
}

export interface Violation {
  readonly rule: string;
  readonly message: string;
}

export function nothingObserved(): Observed {
  return {
    presses: [],
    seenIndex: -1,
    newestCustomerIndex: -1,
    unparkAsked: false,
    othersAttributes: new Map(),
    lastServed: undefined,
    violations: [],
    counts: new Map(),
    calls: new Map(),
  };
}

export function count({ counts }: Pick<Observed, 'counts'>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Each rule is told once in a run: what follows from a violation says nothing new. */
export function violate({ violations }: Pick<Observed, 'violations'>, rule: string, message: string): void {
  if (!violations.some((known) => known.rule === rule)) violations.push({ rule, message });
}

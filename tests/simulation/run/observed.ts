import type { AnotherVersion } from '../schedules/schedule';

/** One press of a button in Flex, and what came of it. */
export interface Press {
  /** The invocation's name. */
  readonly name: string;
  readonly what: 'park' | 'unpark';
  readonly pressedAtMs: number;
  /** The agent was in the conversation when they pressed. */
  readonly wasOnChannel: boolean;
  /** Task that was parked. */
  readonly taskSid?: string;
  /** Tasks that were open then. */
  readonly openTasks: ReadonlySet<string>;
}

export interface Invoked {
  readonly name: string;
  readonly startedAtMs: number;
  endedAtMs: number | undefined;
}

/** What the run has seen so far; the invariants judge by it. */
export interface Observed {
  /** Every run of a Function; `endedAtMs` undefined while it is on. */
  readonly invocations: Invoked[];
  /** Index of the newest message that an agent had on screen when they pressed Park, or when they joined. */
  seenIndex: number;
  /** The same of the first press since they joined: a later one may have seen more, and the first still takes effect. */
  firstSeenIndex: number;
  /** Parks whose desktop claimed to have seen more than there was: to them everything counts as seen that they find. */
  readonly claimedAhead: Set<string>;
  /** Index of the newest message by a customer. */
  newestCustomerIndex: number;
  /** Of all messages that the customer wrote after the opening. */
  readonly customerIndexes: number[];
  /** Unparks that somebody who may has asked for, until the conversation is back or the answer was no. */
  readonly unparksAsked: Set<string>;
  /** Parks for which a back office has sent an event. */
  readonly eventsSent: Set<string>;
  /** Keys that other systems wrote into the conversation's attributes and that must stay. */
  readonly othersAttributes: Map<string, unknown>;
  /** The conversation that the rules are about. */
  conversationSid: string | undefined;
  /** Priority of the task that the conversation began with; what comes back has it again, and the boost once. */
  firstPriority: number;
  /** The record as it was before another version wrote it. */
  overwritten: Overwritten | undefined;
  /** The newest task an agent accepted. */
  lastServed: Parked | undefined;
  readonly violations: Violation[];
  readonly counts: Map<string, number>;
  /** Calls that each invocation sent, by its name. */
  readonly calls: Map<string, number>;
  /** Which of them only read. */
  readonly reads: Map<string, Set<number>>;
}

/** A task in an agent's hands, as it was when they parked it. */
export interface Parked {
  readonly taskSid: string;
  readonly workerSid: string;
  attributes: string;
  readonly queueSid: string | null;
}

export interface Overwritten {
  readonly data: unknown;
  /** The document, while nobody has written it again. */
  readonly sid: string;
  readonly revision: number;
  readonly what: AnotherVersion;
  readonly atMs: number;
}

export interface Violation {
  readonly rule: string;
  readonly message: string;
}

export function nothingObserved(): Observed {
  return {
    invocations: [],
    seenIndex: -1,
    firstSeenIndex: Infinity,
    claimedAhead: new Set(),
    newestCustomerIndex: -1,
    customerIndexes: [],
    unparksAsked: new Set(),
    eventsSent: new Set(),
    othersAttributes: new Map(),
    conversationSid: undefined,
    firstPriority: 0,
    overwritten: undefined,
    lastServed: undefined,
    violations: [],
    counts: new Map(),
    calls: new Map(),
    reads: new Map(),
  };
}

export function count({ counts }: Pick<Observed, 'counts'>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Each rule is told once in a run: what follows from a violation says nothing new. */
export function violate({ violations }: Pick<Observed, 'violations'>, rule: string, message: string): void {
  if (!violations.some((known) => known.rule === rule)) violations.push({ rule, message });
}

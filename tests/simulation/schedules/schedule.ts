import type { Switches } from '../../../local-twilio/src/kernel/switches';

/** What can go wrong with one call of a Function to Twilio. */
export const FAULT_KINDS = [
  /** 503, nothing changed; the next try passes. */
  'refused-once',
  /** 503 for this call and every repetition of it in the same invocation. */
  'refused-always',
  /** 429, nothing changed. */
  'rate-limited',
  /** It takes effect, and no answer ever comes. */
  'answer-lost',
  /** It takes effect, and the connection is reset. */
  'reset',
  /** It never reaches Twilio, and no answer ever comes. */
  'never-arrives',
  /** It takes effect three seconds later, when others may have overtaken it and the caller has given up. */
  'late',
  /**
   * It does not leave while the Function runs (DNS and TLS take their time), and the container is frozen at the answer: it
   * leaves when the next Function thaws the container, maybe minutes later, unless it was aborted before.
   */
  'late-after-thaw',
  /** The Function dies just before it sends this call. */
  'killed-before',
  /** The Function dies just after this call took effect. */
  'killed-after',
  /** The Function dies after sending this call, which lands three seconds later. */
  'killed-late',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A call told by what it asks for, such as the second `POST Participants`, wherever it stands among the others. */
export interface NamedCall {
  /** Method and the collection of the last SID in its path. */
  readonly of: string;
  readonly nth: number;
}

export interface PlannedFault {
  /** Such as `park#1`: the first park of the run. See InvocationName. */
  readonly invocation: string;
  /** A number counts from 1 in the order in which the invocation sends its calls. */
  readonly call: number | NamedCall;
  readonly kind: FaultKind;
}

export type When =
  /** Since the run began. */
  | { readonly at: 'time'; readonly ms: number }
  /** As soon as that call has taken effect. */
  | { readonly at: 'call'; readonly invocation: string; readonly call: number }
  /** After that invocation was answered, or given up by its caller. */
  | { readonly at: 'answer'; readonly invocation: string; readonly ms: number };

export type Person = 'ada' | 'ben' | 'sofia';

/** What another version may have written that this one cannot read. */
export const ANOTHER_VERSIONS = [
  /** Replies go where this version cannot send them; all else can be read. */
  'unknown-route',
  /** A state of which it knows nothing, with a park as it is. */
  'unknown-state',
  /** A field that it counts on is not there any more. */
  'missing-field',
  /** Nothing but the state. */
  'no-park',
] as const;
export type AnotherVersion = (typeof ANOTHER_VERSIONS)[number];

export type LastSeen = 'newest' | 'behind' | 'ahead';

export type Action =
  /** `thanks`: no more than a closing remark. */
  | { readonly do: 'customer-writes'; readonly times?: 1 | 2; readonly says?: 'thanks' }
  /** `behind`: the newest message was not on the agent's screen yet. `ahead`: their desktop claims more than there is. */
  | { readonly do: 'press-park'; readonly lastSeen?: LastSeen }
  | { readonly do: 'press-unpark'; readonly by: Person; readonly routeTo: 'me' | 'workflow' | 'original' }
  | { readonly do: 'bot-writes'; readonly webhooks: boolean }
  | { readonly do: 'colleague-writes'; readonly by: 'ben' | 'sofia' }
  /** Another system adds a key to the conversation's attributes. */
  | { readonly do: 'others-write-attributes' }
  | { readonly do: 'close-conversation' }
  | { readonly do: 'cancel-task' }
  /** Whoever is offered the newest task answers the offer. */
  | { readonly do: 'accept' | 'decline' }
  | { readonly do: 'reconcile' }
  /** Whoever wraps up the parked task completes it. */
  | { readonly do: 'complete' }
  /** Ada parks her second conversation; its customer writes, and whoever is offered it accepts. */
  | { readonly do: 'park-other' | 'other-returns' }
  /** A back office says by the wake link of what is parked then that it can go on. */
  | { readonly do: 'event-comes' }
  | { readonly do: 'remove-list-item' | 'remove-wake-webhook' }
  /** The Functions of another version write the record, and then those of this one are back. */
  | { readonly do: 'another-version-writes'; readonly what: AnotherVersion };

export interface Step {
  readonly when: When;
  readonly action: Action;
}

/** How the deliveries of the wake webhook travel. */
export type Travel = 'once' | 'twice' | 'late' | 'scattered' | 'echoed' | 'lost';

/** So long after the press it comes back by itself; before that a reply brings it back, or waits. */
export interface ParkedUntil {
  readonly inMs: number;
  readonly replies: 'wake' | 'wait';
}

/** One run, as plain data: the same schedule always runs alike. */
export interface Schedule {
  readonly name: string;
  /** Latencies, ids and the ways of deliveries are drawn from it. */
  readonly seed: string;
  readonly channel: 'web' | 'sms' | 'whatsapp';
  readonly showList: boolean;
  /** The conversation was transferred before it came to Ada: to an agent, or to a queue. */
  readonly transfers: readonly ('agent' | 'queue')[];
  /** Where replies go (on_customer_reply). */
  readonly reply: 'workflow' | 'worker' | 'queue' | 'studio';
  /** How the Studio flow's call for an agent travels; `lost`: it never calls. */
  readonly flowTravel: Travel;
  /** The parked task wraps up (wrap_up). */
  readonly wrapUp: boolean;
  /** The time that Ada chooses with Park; null: none. */
  readonly until: ParkedUntil | null;
  /** A closing remark leaves it parked for an hour at most (smart_wake). */
  readonly smartWake: boolean;
  /** How many an agent may have parked (max_parked_per_agent); then Ada has a second conversation that counts. */
  readonly maxParked: 1 | 2 | null;
  /** Added to the priority of what comes back (returning_priority_boost). */
  readonly priorityBoost: number;
  readonly switches: Partial<Switches>;
  /** Whether TaskRouter's event callbacks reach the Functions. */
  readonly taskEvents: boolean;
  /** How they travel, when they do. */
  readonly taskEventTravel: Exclude<Travel, 'lost'>;
  readonly travel: Travel;
  /** Agents who take tasks after the park; Ada parks in any case. */
  readonly available: readonly ('ada' | 'ben')[];
  /** Ada presses Park again when a press failed and the task is still hers. */
  readonly pressAgain: boolean;
  /** Nobody accepts before the run has come to rest, or everybody at once. */
  readonly acceptAtOnce: boolean;
  /** More than a day goes by while it is parked, so that its row expires. */
  readonly ttlPasses: boolean;
  /** Length of the task's own attributes in characters; 0 leaves them as they are. */
  readonly attributesChars: number;
  readonly steps: readonly Step[];
  readonly faults: readonly PlannedFault[];
}

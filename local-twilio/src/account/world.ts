import type { Call, TwilioRequest, TwilioResponse } from '../kernel/calls';
import type { Clock } from '../kernel/clock';
import type { Deliver, DeliveryRecord } from '../kernel/deliveries';
import type { EventBus } from '../kernel/bus';
import type { WorldEvent } from './events';
import type { OnFailure } from '../kernel/failures';
import type { Faults } from '../kernel/faults';
import type { Latency } from '../kernel/latency';
import type { Limits } from '../kernel/limits';
import type { Rates } from '../kernel/rates';
import type { Sid, SidFactory } from '../kernel/sids';
import type { Switches } from '../kernel/switches';
import type { WebhookFaults } from '../kernel/webhook-faults';
import type { NamedSyncService } from './seed/whole-account';
import type { Services } from './services';
import type { WorldState } from './state/world-state';

export interface WorldOptions {
  readonly clock: Clock;
  readonly sids: SidFactory;
  readonly switches?: Partial<Switches> | undefined;
  /** Told the name of a switch whenever something depends on it. */
  readonly switchAsked?: ((name: string) => void) | undefined;
  readonly deliver: Deliver;
  /** How much later a request arrives, and what a page is told. Default: 0. */
  readonly latencyMs?: number | undefined;
  /** What it begins with, and goes back to at a reset; made anew each time. Default: the built-in contact centre. */
  readonly seed?: ((nowMs: number) => WorldState) | undefined;
  /** Sync services that it begins with, besides those of the seed. */
  readonly syncServices?: readonly NamedSyncService[] | undefined;
  /** What a world that ended left behind: where this one begins. */
  readonly restored?: WorldState | undefined;
  /** Told of an error in a timer or a webhook. Default: it is thrown, at whoever moved the clock. */
  readonly onFailure?: OnFailure | undefined;
}

/** One Twilio account, wholly in memory. Commands are synchronous; only `dispatch` and deliveries are not. */
export interface World extends Services {
  readonly accountSid: Sid<'AC'>;
  readonly authToken: string;
  readonly clock: Clock;
  readonly sids: SidFactory;
  readonly switches: Switches;
  readonly limits: Limits;
  readonly events: EventBus<WorldEvent>;
  /** Of REST calls. */
  readonly faults: Faults;
  readonly webhookFaults: WebhookFaults;
  readonly rates: Rates;
  readonly latency: Latency;
  /** Serves one REST request: routing, Basic auth, validation, faults, errors in Twilio's shape. Never throws. */
  dispatch(request: TwilioRequest): Promise<TwilioResponse>;
  deliveries(): readonly DeliveryRecord[];
  calls(): readonly Call[];
  /** Resolves when no delivery and no due timer is in flight. */
  settled(): Promise<void>;
  /** Back to the seed. Emits `world.reset`. */
  reset(): void;
  /** All that there is, live: read it at once, change nothing. */
  state(): WorldState;
  /** Stops timers. */
  stop(): void;
}

export { createWorld } from './create-world';

import { clockScope } from '../kernel/clock-scope';
import type { Context } from '../kernel/context';
import type { Call, TwilioRequest } from '../kernel/calls';
import type { Clock } from '../kernel/clock';
import { deliverySender } from '../kernel/delivery-sender';
import type { DeliverySender } from '../kernel/delivery-sender';
import { dispatcher } from './dispatch';
import { eventBus, type EventBus } from '../kernel/bus';
import type { WorldEvent } from './events';
import { throwFailure, type OnFailure } from '../kernel/failures';
import { createFaults } from '../kernel/faults';
import { latency } from '../kernel/latency';
import { createWebhookFaults, type WebhookFaults } from '../kernel/webhook-faults';
import { limitsOf } from '../kernel/limits';
import { createRates } from '../kernel/rates';
import { switchesOf } from '../kernel/switches';
import { ids, proxyAddresses } from './seed/contact-centre';
import { seedWorld, withSyncServices } from './seed/whole-account';
import type { WorldState } from './state/world-state';
import type { SetUp } from '../kernel/service';
import { createServices, currentServices, stateOf, type Services } from './services';
import type { World, WorldOptions } from './world';

const CALLS_KEPT = 1000;

const setUp: SetUp = { chatServiceSid: ids.chatService, workflowSid: ids.workflow, proxies: proxyAddresses };

async function settle(clock: Clock, deliveries: () => DeliverySender): Promise<void> {
  while (deliveries().inFlight().size > 0 || clock.dueCount() > 0) {
    clock.advance(0);
    await Promise.allSettled([...deliveries().inFlight()]);
  }
}

interface Generation {
  readonly services: Services;
  readonly deliveries: DeliverySender;
  /** Its timers and webhooks are gone, and nobody hears of it any more. */
  readonly end: () => void;
}

interface Generations {
  readonly current: () => Generation;
  readonly next: () => void;
}

interface Generating {
  readonly context: Omit<Context<WorldEvent>, 'deliveries' | 'events'> & { readonly events: EventBus<WorldEvent> };
  readonly options: WorldOptions;
  readonly onFailure: OnFailure;
  readonly webhookFaults: WebhookFaults;
}

/**
 * Each reset gets rules, a bus, timers and webhooks of its own; those of the state thrown away end with it.
 * Tokens outlive a reset, so that open desktops stay logged in.
 */
function generations({ context, options, onFailure, webhookFaults: faults }: Generating): Generations {
  const { seed = seedWorld, syncServices = [], restored, deliver } = options;
  const tokens = restored?.iam.tokens ?? new Map();
  const build = (state: WorldState): Generation => {
    const clock = clockScope(context.clock, onFailure);
    const events = eventBus<WorldEvent>();
    const deliveries = deliverySender({ authToken: context.authToken, clock, events, deliver, onFailure, faults });
    const own: Context<WorldEvent> = { ...context, clock, events, deliveries };
    const services = createServices({
      context: own,
      state: { ...state, iam: { users: state.iam.users, tokens } },
      setUp,
    });
    introduceUsers(services);
    const silence = events.subscribe((event) => context.events.emit(event));
    return {
      services,
      deliveries,
      end() {
        silence();
        clock.end();
        deliveries.end();
      },
    };
  };
  const fresh = () => {
    const nowMs = context.clock.nowMs();
    return withSyncServices(seed(nowMs), syncServices, nowMs);
  };
  let generation = build(restored ?? fresh());
  return {
    current: () => generation,
    next() {
      generation.end();
      generation = build(fresh());
    },
  };
}

/** Flex's users are known to Conversations by their full names. */
function introduceUsers({ iam, conversations }: Services): void {
  const known = new Set(conversations.users().map(({ identity }) => identity));
  for (const { identity, fullName } of iam.users())
    if (!known.has(identity)) conversations.updateUser(identity, { friendlyName: fullName });
}

/** A seeded account. */
export function createWorld(options: WorldOptions): World {
  const { sids, onFailure = throwFailure } = options;
  const clock = clockScope(options.clock, onFailure);
  const switches = switchesOf(options.switches, options.switchAsked);
  const { account: accountSid, authToken } = ids;
  const events = eventBus<WorldEvent>();
  const faults = createFaults();
  const webhookFaults = createWebhookFaults();
  const limits = limitsOf(switches);
  const rates = createRates(clock, limits);
  const context = { accountSid, authToken, clock, sids, switches, limits, events };
  const { current, next } = generations({ context, options, onFailure, webhookFaults });
  let calls: Call[] = [];

  const rest: Omit<World, keyof Services> = {
    accountSid,
    authToken,
    clock,
    sids,
    switches,
    limits,
    faults,
    webhookFaults,
    rates,
    latency: latency(clock, options.latencyMs ?? 0),
    events,
    dispatch: (request: TwilioRequest) => dispatch(request),
    deliveries: () => current().deliveries.records(),
    calls: () => calls,
    settled: () => settle(clock, () => current().deliveries),
    reset() {
      faults.clear();
      webhookFaults.clear();
      rates.clear();
      calls = [];
      next();
      events.emit({ type: 'world.reset' });
    },
    state: () => stateOf(world),
    stop: () => clock.stop(),
  };
  // Assigned onto the getters; a spread would read them once.
  const world: World = Object.assign(
    currentServices(() => current().services),
    rest,
  );
  const dispatch = dispatcher(world, (call) => {
    calls.push(call);
    if (calls.length > CALLS_KEPT) calls.shift();
    events.emit({ type: 'call.finished', call });
  });
  return world;
}

import type { Context } from './core/context';
import type { Call, TwilioRequest } from './core/calls';
import { deliverySender } from './core/delivery-sender';
import type { DeliverySender } from './core/delivery-sender';
import { dispatcher } from './core/dispatch';
import { eventBus } from './core/events';
import { createFaults } from './core/faults';
import { limitsOf } from './core/limits';
import { createRates } from './core/rates';
import { defaultSwitches } from './core/switches';
import { flexUsers, ids, proxyAddresses, syncServices } from './seed';
import { flexConfiguration } from './seed-flex-configuration';
import { taskRouterState } from './seed-task-router';
import { createConversations } from './services/conversations/rules';
import { createCustomers } from './services/customers/rules';
import { createFlex } from './services/flex/rules';
import type { Iam } from './services/iam/commands';
import { createIam } from './services/iam/rules';
import { createPlugins } from './services/plugins/rules';
import { createServerless } from './services/serverless/rules';
import { createSync } from './services/sync/rules';
import type { TaskRouter } from './services/taskrouter/commands';
import { createTaskRouter } from './services/taskrouter/rules';
import type { World, WorldOptions } from './world';

type Services = Pick<
  World,
  'conversations' | 'taskRouter' | 'flex' | 'sync' | 'iam' | 'customers' | 'plugins' | 'serverless'
>;

const CALLS_KEPT = 1000;

function createServices(context: Context, iam: Iam): Services {
  const nowMs = context.clock.nowMs();
  const conversations = createConversations(context, ids.chatService);
  const router = (): TaskRouter => taskRouter;
  const { flex, hooks } = createFlex({
    context,
    conversations,
    taskRouter: router,
    iam,
    configuration: flexConfiguration(nowMs),
  });
  const taskRouter: TaskRouter = createTaskRouter(context, taskRouterState(nowMs), hooks);
  const sync = createSync(context, syncServices);
  for (const { identity, fullName } of iam.users()) conversations.updateUser(identity, { friendlyName: fullName });
  const customers = createCustomers({
    conversations,
    flex,
    workspaceSid: ids.workspace,
    workflowSid: ids.workflow,
    proxies: proxyAddresses,
  });
  const plugins = createPlugins(context);
  const serverless = createServerless(context);
  return { conversations, taskRouter, flex, sync, iam, customers, plugins, serverless };
}

async function settle({ clock }: WorldOptions, deliveries: DeliverySender): Promise<void> {
  while (deliveries.inFlight().size > 0 || clock.dueCount() > 0) {
    clock.advance(0);
    await Promise.allSettled([...deliveries.inFlight()]);
  }
}

interface Generations {
  readonly current: () => Services;
  readonly next: () => void;
}

/**
 * Each reset gets rules and a bus of its own: timers of the state thrown away are no longer heard.
 * Tokens outlive a reset, so that open desktops stay logged in.
 */
function generations(context: Context): Generations {
  const iam = createIam(context, flexUsers());
  let generation = 0;
  const build = (): Services => {
    const events = eventBus();
    const mine = ++generation;
    const built = createServices({ ...context, events }, iam);
    events.subscribe((event) => {
      if (mine === generation) context.events.emit(event);
    });
    return built;
  };
  let services = build();
  return {
    current: () => services,
    next() {
      services = build();
    },
  };
}

/** The services as they are now; a reset replaces them. */
function liveServices(current: () => Services): Services {
  return {
    get conversations() {
      return current().conversations;
    },
    get taskRouter() {
      return current().taskRouter;
    },
    get flex() {
      return current().flex;
    },
    get sync() {
      return current().sync;
    },
    get iam() {
      return current().iam;
    },
    get customers() {
      return current().customers;
    },
    get plugins() {
      return current().plugins;
    },
    get serverless() {
      return current().serverless;
    },
  };
}

/** A seeded account. */
export function createWorld(options: WorldOptions): World {
  const { clock, sids, deliver } = options;
  const switches = { ...defaultSwitches, ...options.switches };
  const { account: accountSid, authToken } = ids;
  const events = eventBus();
  const faults = createFaults();
  const limits = limitsOf(switches);
  const rates = createRates(clock, limits);
  const deliveries = deliverySender({ authToken, clock, events, deliver });
  const { current, next } = generations({ accountSid, authToken, clock, sids, switches, limits, events, deliveries });
  let calls: Call[] = [];

  const rest: Omit<World, keyof Services> = {
    accountSid,
    authToken,
    clock,
    sids,
    switches,
    faults,
    rates,
    events,
    dispatch: (request: TwilioRequest) => dispatch(request),
    deliveries: () => deliveries.records(),
    calls: () => calls,
    settled: () => settle(options, deliveries),
    reset() {
      faults.clear();
      rates.clear();
      calls = [];
      next();
      events.emit({ type: 'world.reset' });
    },
    stop: () => clock.stop(),
  };
  // Assigned onto the getters; a spread would read them once.
  const world: World = Object.assign(liveServices(current), rest);
  const dispatch = dispatcher(world, (call) => {
    calls.push(call);
    if (calls.length > CALLS_KEPT) calls.shift();
    events.emit({ type: 'call.finished', call });
  });
  return world;
}

import type { Context } from './core/context';
import type { Call, TwilioRequest } from './core/calls';
import { deliverySender } from './core/delivery-sender';
import type { DeliverySender } from './core/delivery-sender';
import { dispatcher } from './core/dispatch';
import { eventBus } from './core/events';
import { createFaults } from './core/faults';
import { limits } from './core/limits';
import { defaultSwitches } from './core/switches';
import { flexConfiguration, flexUsers, ids, proxyAddresses, syncServices, taskRouterState } from './seed';
import { createConversations } from './services/conversations/rules';
import { createCustomers } from './services/customers/rules';
import { createFlex } from './services/flex/rules';
import type { Iam } from './services/iam/commands';
import { createIam } from './services/iam/rules';
import { createSync } from './services/sync/rules';
import type { TaskRouter } from './services/taskrouter/commands';
import { createTaskRouter } from './services/taskrouter/rules';
import type { World, WorldOptions } from './world';

type Services = Pick<World, 'conversations' | 'taskRouter' | 'flex' | 'sync' | 'iam' | 'customers'>;

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
  return { conversations, taskRouter, flex, sync, iam, customers };
}

async function settle({ clock }: WorldOptions, deliveries: DeliverySender): Promise<void> {
  while (deliveries.inFlight().size > 0 || clock.dueCount() > 0) {
    clock.advance(0);
    await Promise.allSettled([...deliveries.inFlight()]);
  }
}

/** A seeded account. */
export function createWorld(options: WorldOptions): World {
  const { clock, sids, deliver } = options;
  const switches = { ...defaultSwitches, ...options.switches };
  const outside = eventBus();
  const faults = createFaults();
  const { account: accountSid, authToken } = ids;
  const deliveries = deliverySender({ authToken, clock, events: outside, deliver });
  let calls: Call[] = [];

  const context: Context = { accountSid, authToken, clock, sids, switches, limits, events: outside, deliveries };
  // Tokens outlive a reset, so that open desktops stay logged in.
  const iam = createIam(context, flexUsers());
  let generation = 0;

  // Each reset gets rules and a bus of its own: timers of the state thrown away are no longer heard.
  const build = (): Services => {
    const events = eventBus();
    const mine = ++generation;
    const built = createServices({ ...context, events }, iam);
    events.subscribe((event) => {
      if (mine === generation) outside.emit(event);
    });
    return built;
  };
  let services = build();

  const world: World = {
    accountSid,
    authToken,
    clock,
    sids,
    switches,
    faults,
    events: outside,
    get conversations() {
      return services.conversations;
    },
    get taskRouter() {
      return services.taskRouter;
    },
    get flex() {
      return services.flex;
    },
    get sync() {
      return services.sync;
    },
    get iam() {
      return services.iam;
    },
    get customers() {
      return services.customers;
    },
    dispatch: (request: TwilioRequest) => dispatch(request),
    deliveries: () => deliveries.records(),
    calls: () => calls,
    settled: () => settle(options, deliveries),
    reset() {
      faults.clear();
      calls = [];
      services = build();
      outside.emit({ type: 'world.reset' });
    },
    stop: () => clock.stop(),
  };
  const dispatch = dispatcher(world, (call) => {
    calls.push(call);
    if (calls.length > CALLS_KEPT) calls.shift();
    outside.emit({ type: 'call.finished', call });
  });
  return world;
}

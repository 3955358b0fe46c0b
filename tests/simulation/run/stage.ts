import { FUNCTIONS_DOMAIN, parkingSyncService, syncServices } from '../../../scripts/local-parking';
import { defaultSwitches, type Switches } from '../../../local-twilio/src/kernel/switches';
import { ROUTED_AFTER_MS } from '../../../local-twilio/src/services/taskrouter/rules/routing';
import { createWorld } from '../../../local-twilio/src/account/create-world';
import { seededSids } from '../../../local-twilio/src/kernel/sids';
import { ids, seedCustomers } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Conversation } from '../../../local-twilio/src/services/conversations/entities';
import type { World } from '../../../local-twilio/src/account/world';
import { createActivity, type Activity } from '../engine/activity';
import { createEventLoop, type EventLoop } from '../engine/event-loop';
import { random, type Random } from '../engine/random';
import { simClock, type SimClock } from '../engine/sim-clock';
import { createFunctionsHost, type FunctionsHost } from '../functions/functions-host';
import type { FunctionLibrary } from '../functions/load-function';
import { createNetwork, type Network, type NetworkCall } from '../functions/network';
import type { Schedule } from '../schedules/schedule';
import { REMARKS_WAIT_MS } from './bounds';
import { createDeliveries } from './deliveries';
import { count, nothingObserved, type Observed } from './observed';
import { FLOW_SID, FLOW_TIMEOUT_MS, publishFlow } from './studio-flow';
import { createTrace, type Trace } from './trace';
import { REPLY_QUEUE } from './view';
import { watchInvocations, watchNetwork, watchWorld } from './watch';

const START_MS = Date.UTC(2026, 0, 5, 9);

/** Everything one run needs. */
export interface Stage {
  readonly schedule: Schedule;
  readonly world: World;
  readonly clock: SimClock;
  readonly chance: Random;
  readonly activity: Activity;
  readonly loop: EventLoop;
  readonly host: FunctionsHost;
  readonly trace: Trace;
  readonly observed: Observed;
  /** Told when a call took effect and when an invocation was answered; see schedules. */
  readonly hooks: Hooks;
  /** The conversation the run is about; set when the customer first writes. */
  conversation: Conversation;
  /** Ada's second conversation, where their parks are counted. */
  other: Conversation | undefined;
  /** From now on calls pass and deliveries come. */
  calmDown(): void;
}

export interface Hooks {
  onSent(call: NetworkCall): void;
  onEffect(invocation: string, call: number): void;
  onAnswer(invocation: string): void;
  /** Between two events, when something changed at Twilio. */
  onChange(): void;
  /** A customer's message is as old as it may get without anybody who could see it. */
  onLongWait(messageIndex: number): void;
  /** The same, although it may have waited as a closing remark before. */
  onLongestWait(messageIndex: number): void;
}

export function createStage(schedule: Schedule, library: FunctionLibrary): Omit<Stage, 'conversation'> {
  const clock = simClock(START_MS);
  const chance = random(schedule.seed);
  const activity = createActivity();
  const trace = createTrace(clock.nowMs);
  const observed = nothingObserved();
  const hooks: Hooks = {
    onSent: () => {},
    onEffect: () => {},
    onAnswer: () => {},
    onChange: () => {},
    onLongWait: () => {},
    onLongestWait: () => {},
  };
  const weather = { calm: false };
  const parts: Parts = { weather, schedule, library, clock, chance, activity, trace, observed, hooks };
  const { world, host } = createTwilio(parts);
  let changed = false;
  watchWorld({ world, trace, observed, onChange: () => (changed = true) });
  const loop = createEventLoop({
    clock,
    activity,
    beforeStep: host.idle,
    routingMs: routingMs(schedule),
    afterStep() {
      if (changed) hooks.onChange();
      changed = false;
    },
  });
  return { ...parts, world, host, loop, other: undefined, calmDown: () => void (weather.calm = true) };
}

/** From the moment at which a task or an agent is free until the offer; see the switch `routing`. */
export function routingMs({ switches }: Pick<Schedule, 'switches'>): number {
  return switches.routing === 'later' ? ROUTED_AFTER_MS : 0;
}

interface Parts {
  /** Calm: calls pass and deliveries come, whatever the schedule says. */
  readonly weather: { calm: boolean };
  readonly schedule: Schedule;
  readonly library: FunctionLibrary;
  readonly clock: SimClock;
  readonly chance: Random;
  readonly activity: Activity;
  readonly trace: Trace;
  readonly observed: Observed;
  readonly hooks: Hooks;
}

function createTwilio(parts: Parts) {
  const { schedule, library, clock, chance, activity } = parts;
  const late: { host?: FunctionsHost; network?: Network } = {};
  const world = createWorld({
    clock,
    sids: seededSids(schedule.seed),
    syncServices,
    switches: schedule.switches,
    switchAsked: (name) => noteSwitch(parts, name),
    deliver: createDeliveries({ ...parts, host: () => present(late.host) }),
  });
  const faults = () => (parts.weather.calm ? [] : schedule.faults);
  late.network = createNetwork({ world, chance, faults, activity, listener: watchNetwork(parts) });
  const host = createFunctionsHost({
    world,
    library,
    chance,
    seed: schedule.seed,
    activity,
    network: () => present(late.network),
    environment: environment(world),
    listener: watchInvocations(parts),
  });
  late.host = host;
  configure(world, schedule);
  return { world, host };
}

function noteSwitch({ schedule, observed }: Parts, name: string): void {
  const { [name as keyof Switches]: position } = { ...defaultSwitches, ...schedule.switches };
  count(observed, `switch ${name}: ${position}`);
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('used before it was built');
  return value;
}

/** Of the simulated Functions; a back office that has a link is played without asking them for it. */
export const WAKE_LINK_SECRET = 'a secret of thirty-two characters';

function environment(world: World): Readonly<Record<string, string>> {
  return {
    ACCOUNT_SID: world.accountSid,
    AUTH_TOKEN: world.authToken,
    DOMAIN_NAME: FUNCTIONS_DOMAIN,
    TWILIO_FLEX_WORKSPACE_SID: ids.workspace,
    TWILIO_FLEX_SYNC_SID: ids.syncService,
    PARKING_SYNC_SID: parkingSyncService,
    WAKE_LINK_SECRET,
  };
}

const TASK_EVENTS = [
  'reservation.accepted',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'workflow.timeout',
];

function configure(world: World, schedule: Schedule): void {
  const feature = featureOf(schedule);
  const custom = { serverless_functions_url: `https://${FUNCTIONS_DOMAIN}`, features: { park_interaction: feature } };
  world.flex.setConfiguration({ ui_attributes: { ...world.flex.configuration().ui_attributes, custom_data: custom } });
  if (schedule.reply === 'studio') publishFlow(world);
  if (schedule.taskEvents)
    world.taskRouter.setEventCallback(`https://${FUNCTIONS_DOMAIN}/webhooks/taskrouter-event`, TASK_EVENTS);
}

function featureOf({ showList, reply, smartWake, wrapUp, maxParked, priorityBoost }: Schedule) {
  return {
    enabled: true,
    show_list: showList,
    on_customer_reply: reply,
    reply_queue: REPLY_QUEUE,
    studio_flow_sid: FLOW_SID,
    studio_timeout_minutes: FLOW_TIMEOUT_MS / 60_000,
    wrap_up: wrapUp,
    max_parked_per_agent: maxParked,
    returning_priority_boost: priorityBoost,
    wake_links: true,
    smart_wake: smartWake,
    smart_wake_hours: REMARKS_WAIT_MS / 3_600_000,
  };
}

export function customerOf({ channel }: Pick<Schedule, 'channel'>) {
  const found = seedCustomers.find((customer) => customer.channel === channel);
  if (!found) throw new Error(`no customer on ${channel}`);
  return found;
}

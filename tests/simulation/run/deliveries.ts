import { FUNCTIONS_DOMAIN } from '../../../scripts/local-parking';
import type { Deliver, Delivery } from '../../../local-twilio/src/kernel/deliveries';
import type { Clock } from '../../../local-twilio/src/kernel/clock';
import type { Activity } from '../engine/activity';
import type { Random } from '../engine/random';
import type { FunctionsHost, Outcome } from '../functions/functions-host';
import type { FunctionPath } from '../functions/load-function';
import type { Schedule, Travel } from '../schedules/schedule';
import { count, type Observed } from './observed';
import type { Trace } from './trace';
import { WAKE_PATH } from './view';

interface Options {
  readonly weather: { readonly calm: boolean };
  readonly schedule: Schedule;
  readonly clock: Clock;
  readonly chance: Random;
  readonly activity: Activity;
  readonly trace: Trace;
  readonly observed: Observed;
  readonly host: () => FunctionsHost;
}

interface Kind {
  readonly path: FunctionPath;
  /** What its deliveries are counted as. */
  readonly counted: string;
  readonly travelOf: (schedule: Schedule) => Travel;
}

const TASK_EVENT: Kind = {
  path: '/webhooks/taskrouter-event',
  counted: 'task event',
  travelOf: ({ taskEventTravel }) => taskEventTravel,
};
const KINDS: Readonly<Record<string, Kind>> = {
  [WAKE_PATH]: {
    path: '/webhooks/unpark-interaction',
    counted: 'delivery',
    travelOf: ({ travel }) => travel,
  },
  '/webhooks/route-interaction': {
    path: '/webhooks/route-interaction',
    counted: 'call of a flow',
    travelOf: ({ flowTravel }) => flowTravel,
  },
};
const kindOf = (pathname: string): Kind => KINDS[pathname] ?? TASK_EVENT;

/** Carries Twilio's webhooks to the Functions: once, twice, late, in any order, or never. */
export function createDeliveries({
  weather,
  schedule,
  clock,
  chance,
  activity,
  trace,
  observed,
  host,
}: Options): Deliver {
  const after = (delayMs: number, delivery: Delivery): Promise<Outcome> => {
    const done = activity.begin();
    return new Promise((resolve) => {
      clock.schedule(delayMs, () => {
        void invoke(host(), delivery).then(resolve);
        done();
      });
    });
  };

  /** Delays of the copies of one delivery, in milliseconds. */
  const copies = (travel: Travel): readonly number[] => {
    const soonMs = chance.between(20, 200);
    if (weather.calm) return [soonMs];
    switch (travel) {
      case 'once':
        return [soonMs];
      case 'twice':
        return [soonMs, soonMs + chance.between(0, 3_000)];
      case 'late':
        return [chance.pick([chance.between(1_000, 20_000), chance.between(30_000, 300_000)])];
      case 'scattered':
        return [chance.between(20, 8_000), ...(chance.chance(0.4) ? [chance.between(20, 90_000)] : [])];
      case 'echoed':
        return [soonMs, soonMs + chance.between(30_000, 90_000)];
      case 'lost':
        return [];
    }
  };

  return async (delivery) => {
    const { host: target, pathname } = new URL(delivery.url);
    // Other systems' webhooks are answered elsewhere.
    if (target !== FUNCTIONS_DOMAIN) return { status: 200 };
    const { counted, travelOf } = kindOf(pathname);
    const travel = travelOf(schedule);
    if (!weather.calm) count(observed, `${counted} ${travel}`);
    const outcomes = copies(travel).map((delayMs) => after(delayMs, delivery));
    const [first] = outcomes;
    if (!first) {
      trace.add('Twilio', 'a webhook is lost');
      throw new Error('lost');
    }
    const outcome = await first;
    return { status: outcome.kind === 'answered' ? outcome.answer.status : 504 };
  };
}

function invoke(host: FunctionsHost, { url, params }: Delivery): Promise<Outcome> {
  const { pathname, searchParams } = new URL(url);
  const event = { ...Object.fromEntries(searchParams), ...params };
  const { path } = kindOf(pathname);
  return host.invoke({ path, kind: nameOf(path, params), event });
}

function nameOf(path: FunctionPath, { EventType }: Delivery['params']): string {
  switch (path) {
    case '/webhooks/unpark-interaction':
      return 'wake';
    case '/webhooks/route-interaction':
      return 'route';
    default:
      return EventType ?? 'task-event';
  }
}

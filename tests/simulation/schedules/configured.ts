import { random } from '../engine/random';
import { drawnSwitches } from './drawn-switches';
import type { Schedule, Travel } from './schedule';

/** What the settings say, and what Twilio leaves open about it. */
type Configured = Pick<Schedule, 'reply' | 'flowTravel' | 'wrapUp' | 'maxParked' | 'priorityBoost' | 'switches'>;

const FLOW_TRAVELS: readonly Travel[] = ['once', 'once', 'late', 'twice', 'scattered', 'lost'];

/** Settings drawn from a name, each with a probability of its own, so that they meet in every combination. */
export function drawnConfiguration(name: string): Configured {
  const { pick, chance } = random(`${name}: configuration`);
  return {
    reply: pick(['workflow', 'workflow', 'worker', 'queue', 'studio']),
    wrapUp: chance(0.3),
    maxParked: chance(0.3) ? pick([1, 1, 2]) : null,
    priorityBoost: chance(0.3) ? pick([1, 20]) : 0,
    flowTravel: drawnFlowTravel(name),
    switches: drawnSwitches(name),
  };
}

export function drawnFlowTravel(name: string): Travel {
  return random(`${name}: flow`).pick(FLOW_TRAVELS);
}

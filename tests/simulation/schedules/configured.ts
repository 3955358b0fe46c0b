import { random } from '../engine/random';
import { drawnSwitches } from './drawn-switches';
import type { Schedule, Travel } from './schedule';

/** What the settings say, and what Twilio leaves open about it. */
type Configured = Pick<
  Schedule,
  'reply' | 'flowTravel' | 'wrapUp' | 'until' | 'maxParked' | 'priorityBoost' | 'switches'
>;

const FLOW_TRAVELS: readonly Travel[] = ['once', 'once', 'late', 'twice', 'scattered', 'lost'];

/** Settings drawn from a name, each with a probability of its own, so that they meet in every combination. */
export function drawnConfiguration(name: string): Configured {
  const { pick, chance } = random(`${name}: configuration`);
  return {
    reply: pick(['workflow', 'workflow', 'worker', 'queue', 'studio']),
    wrapUp: chance(0.3),
    maxParked: chance(0.3) ? pick([1, 1, 2]) : null,
    priorityBoost: chance(0.3) ? pick([1, 20]) : 0,
    until: drawnTime(name),
    flowTravel: drawnFlowTravel(name),
    switches: drawnSwitches(name),
  };
}

/** A draw of its own, so that the other ones stay as they were. */
function drawnTime(name: string): Schedule['until'] {
  const { pick, chance } = random(`${name}: time`);
  if (!chance(0.25)) return null;
  return { inMs: pick([45_000, 120_000, 600_000, 3 * 60 * 60_000]), replies: pick(['wake', 'wait']) };
}

export function drawnFlowTravel(name: string): Travel {
  return random(`${name}: flow`).pick(FLOW_TRAVELS);
}

import { defaultSwitches, otherSwitches, type Switches } from '../../../local-twilio/src/kernel/switches';
import { random } from '../engine/random';

type Switch = keyof typeof otherSwitches;

/** What Twilio leaves open and parking meets: each is met in both positions. */
export const SWITCHES = [
  'inviteTask',
  'acceptedInvites',
  'closedParticipants',
  'closingClosedParticipant',
  'replayAfterOnCreate',
  'webhookRetry',
  'directInviteCapacity',
  'wrapUpInConversation',
  'queueInvite',
  'syncRemovedEventOnExpiry',
  'routing',
] as const satisfies readonly Switch[];

type Positions = Partial<Switches>;

/** Every switch in one of its positions, drawn from a name. */
export function drawnSwitches(name: string): Positions {
  const { chance } = random(`${name}: switches`);
  return positions((one) => (chance(0.5) ? otherSwitches[one] : defaultSwitches[one]));
}

/** Every switch in its other position. */
export function turned(switches: Positions): Positions {
  return positions((one) => (switches[one] === otherSwitches[one] ? defaultSwitches[one] : otherSwitches[one]));
}

function positions(of: (name: Switch) => string): Positions {
  return Object.fromEntries(SWITCHES.map((name) => [name, of(name)]));
}

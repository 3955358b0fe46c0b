import { exportState } from '../../../../local-twilio/src/pages/control/state';
import type { World } from '../../../../local-twilio/src/account/world';

/** All that Twilio keeps: conversations, webhooks, attributes, Sync objects, tasks, reservations; not the time. */
export function stateOf(world: World): Record<string, unknown> {
  const { now: _now, ...state } = exportState(world) as Record<string, unknown>;
  return state;
}

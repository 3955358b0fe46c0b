import { stateText } from '../../account/state/state-file';
import type { World } from '../../account/world';

/** Maps and sets become plain JSON. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value.values()];
  return value instanceof Set ? [...value.values()] : value;
}

/** All of it as a file for `--seed`; nobody stays logged in with it. */
export function seedText(world: World): string {
  const state = world.state();
  return stateText({ ...state, iam: { ...state.iam, tokens: new Map() } }, world.clock.nowMs());
}

/** Everything in the world, for the inspector and for bug reports. */
export function exportState(world: World): unknown {
  const { conversations, taskRouter, flex, sync, iam } = world;
  const state = {
    now: new Date(world.clock.nowMs()).toISOString(),
    conversations: conversations.list(),
    users: conversations.users(),
    workers: taskRouter.workers().map((worker) => ({
      ...worker,
      activity: taskRouter.activity(worker.activitySid).friendlyName,
    })),
    tasks: taskRouter.tasks(),
    reservations: taskRouter.reservations(),
    interactions: flex
      .interactions()
      .map((interaction) => ({ ...interaction, channels: flex.channels(interaction.sid) })),
    flexConfiguration: flex.configuration(),
    sync: sync.services(),
    flexUsers: iam.users(),
    faults: world.faults.list(),
  };
  return JSON.parse(JSON.stringify(state, plain));
}

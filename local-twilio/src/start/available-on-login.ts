import { ids } from '../account/seed/contact-centre';
import type { World } from '../account/world';

/**
 * Makes an agent Available when their desktop is opened for the first time, so that trying things out needs no click
 * more. In Flex an agent stays as they left, Offline at first; who sets an activity themselves keeps it here too.
 */
export function availableOnLogin(world: World): (desktop: string | undefined) => void {
  const seen = new Set<string>();
  return (desktop) => {
    const user = desktop === undefined ? undefined : world.iam.findUser(desktop);
    if (!user || seen.has(user.username)) return;
    seen.add(user.username);
    const worker = world.taskRouter.findWorker(user.workerSid);
    // Who has a past, in a state file, keeps it.
    if (worker?.activitySid === ids.activities.offline && worker.version === 0)
      world.taskRouter.setActivity(user.workerSid, ids.activities.available);
  };
}

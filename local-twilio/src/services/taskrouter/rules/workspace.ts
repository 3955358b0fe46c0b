import type { Context } from '../events';
import type { TaskRouterStore } from '../store';
import type { WorkspaceCommands } from '../workspace-commands';
import { checkName, referred } from './names';

/** https://www.twilio.com/docs/taskrouter/api/workspace */
export function createWorkspace(
  context: Context,
  { workspace, activities }: TaskRouterStore,
): Pick<WorkspaceCommands, 'changeWorkspace' | 'setEventCallback'> {
  return {
    changeWorkspace({ friendlyName, defaultActivitySid, timeoutActivitySid }) {
      const activity = (sid: string | undefined, field: string) =>
        sid === undefined ? undefined : referred(activities, sid, field).sid;
      // All of it is checked before any of it is done.
      const [byDefault, onTimeout] = [
        activity(defaultActivitySid, 'DefaultActivitySid'),
        activity(timeoutActivitySid, 'TimeoutActivitySid'),
      ];
      if (friendlyName !== undefined) workspace.friendlyName = checkName(context, friendlyName);
      if (byDefault) workspace.defaultActivitySid = byDefault;
      if (onTimeout) workspace.timeoutActivitySid = onTimeout;
      workspace.updatedAtMs = context.clock.nowMs();
      return workspace;
    },
    setEventCallback(url, eventsFilter = []) {
      workspace.eventCallbackUrl = url;
      workspace.eventsFilter = eventsFilter;
    },
  };
}

import { isoSeconds } from '../../../kernel/rest/times';
import type { Request } from '../account';
import type { LoggedEvent } from '../rules/event-log';

const collections: Readonly<Record<string, string>> = {
  activity: 'Activities',
  task: 'Tasks',
  taskchannel: 'TaskChannels',
  taskqueue: 'TaskQueues',
  worker: 'Workers',
  workflow: 'Workflows',
};

/** `WorkerActivityName` is `worker_activity_name` in what the resource calls event_data. */
const snakeCase = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** https://www.twilio.com/docs/taskrouter/api/event */
export function eventAnswer({ account }: Request, event: LoggedEvent): object {
  const { accountSid, taskRouter } = account;
  const { sid: workspaceSid, friendlyName } = taskRouter.workspace;
  const url = `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;
  const [type, sid] = event.resource;
  const data = Object.entries(event.fields).map(([name, value]) => [snakeCase(name), value]);
  return {
    account_sid: accountSid,
    actor_sid: workspaceSid,
    actor_type: 'workspace',
    actor_url: url,
    description: event.description,
    event_data: { ...Object.fromEntries(data), workspace_sid: workspaceSid, workspace_name: friendlyName },
    event_date: isoSeconds(event.happenedAtMs),
    event_date_ms: event.happenedAtMs,
    event_type: event.name,
    resource_sid: sid,
    resource_type: type,
    resource_url:
      type === 'reservation'
        ? `${url}/Tasks/${event.fields['TaskSid']}/Reservations/${sid}`
        : `${url}/${collections[type]}/${sid}`,
    sid: event.sid,
    source: 'twilio',
    source_ip_address: null,
    workspace_sid: workspaceSid,
    url: `${url}/Events/${event.sid}`,
  };
}

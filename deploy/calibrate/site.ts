import { z } from 'zod';

import { nameOf } from './names';
import { isOk, must, post, Refused, type Steps } from './steps';
import { FLEX_CONFIGURATION, SYNC_SERVICES, syncUrl, workspaceUrl, type ChannelRef } from './urls';

/** What is there of the account before anything is made. */
export interface Ground {
  readonly workspaceSid: string;
  readonly availableSid: string;
  readonly offlineSid: string;
  /** Neither Offline nor available. */
  readonly unavailableSid: string | undefined;
}

/** Everything that the questions share. All of it was made by this run. */
export interface Site extends Ground {
  readonly runId: string;
  readonly syncSid: string;
  readonly queueSid: string;
  /** Nobody is in it. */
  readonly emptyQueueSid: string;
  readonly workflowSid: string;
  readonly workerSid: string;
}

const sid = z.object({ sid: z.string() });
const configuration = z.object({ taskrouter_workspace_sid: z.string() });
const activities = z.object({
  activities: z.array(z.object({ sid: z.string(), friendly_name: z.string(), available: z.boolean() })),
});

/** Every worker's task channel that is always there: twilio.com/docs/taskrouter/api/task-channel */
export const TASK_CHANNEL = 'default';
/** Where a run writes down its interactions, which nothing else would find again once their tasks are over. */
export const CHANNELS_LIST = 'channels';

/** Reads only. */
export function* readGround(): Steps<Ground> {
  const flex = yield* must({ method: 'GET', url: FLEX_CONFIGURATION }, configuration);
  const workspaceSid = flex.taskrouter_workspace_sid;
  const url = `${workspaceUrl(workspaceSid)}/Activities?PageSize=100`;
  const { activities: all } = yield* must({ method: 'GET', url }, activities);
  const available = all.find((one) => one.available);
  const away = all.filter((one) => !one.available);
  const offline = away.find(({ friendly_name: name }) => name === 'Offline') ?? away[0];
  if (!available || !offline) throw new Refused('a workspace that has no activity of both kinds');
  return {
    workspaceSid,
    availableSid: available.sid,
    offlineSid: offline.sid,
    unavailableSid: away.find((one) => one.sid !== offline.sid)?.sid,
  };
}

/** Makes what all questions share. The Sync service comes first and goes last: by its name a run is found again. */
export function* prepare(ground: Ground, runId: string): Steps<Site> {
  const name = nameOf(runId);
  const workspace = workspaceUrl(ground.workspaceSid);
  const made = (url: string, form: Record<string, string>) => must({ method: 'POST', url, form }, sid);
  const { sid: syncSid } = yield* made(SYNC_SERVICES, { FriendlyName: name });
  yield* made(`${syncUrl(syncSid)}/Lists`, { UniqueName: CHANNELS_LIST });
  const expression = (value: string) => `calibration == "${value}"`;
  const queueOf = (suffix: string, value: string) =>
    made(`${workspace}/TaskQueues`, { FriendlyName: `${name}${suffix}`, TargetWorkers: expression(value) });
  const { sid: queueSid } = yield* queueOf('', runId);
  const { sid: emptyQueueSid } = yield* queueOf(' empty', 'nobody');
  const { sid: workflowSid } = yield* made(`${workspace}/Workflows`, {
    FriendlyName: name,
    Configuration: JSON.stringify({ task_routing: { filters: [], default_filter: { queue: queueSid } } }),
  });
  const { sid: workerSid } = yield* made(`${workspace}/Workers`, {
    FriendlyName: name,
    ActivitySid: ground.availableSid,
    Attributes: JSON.stringify({ calibration: runId, full_name: name, contact_uri: `client:calibration_${runId}` }),
  });
  const site = { ...ground, runId, syncSid, queueSid, emptyQueueSid, workflowSid, workerSid };
  yield* limitToOneTask(site);
  return site;
}

const channels = z.object({
  channels: z.array(z.object({ sid: z.string(), task_channel_unique_name: z.string() })),
});

function* limitToOneTask({ workspaceSid, workerSid }: Site): Steps {
  const url = `${workspaceUrl(workspaceSid)}/Workers/${workerSid}/Channels`;
  const held = yield* must({ method: 'GET', url }, channels);
  const channel = held.channels.find(({ task_channel_unique_name: name }) => name === TASK_CHANNEL);
  if (!channel) throw new Refused('a worker without the task channel "default"');
  const reply = yield* post(`${url}/${channel.sid}`, { Capacity: '1' });
  if (!isOk(reply)) throw new Refused('no capacity for the worker');
}

/** So that the clean-up finds the channel when its tasks are over. */
export function* writeDown({ syncSid }: Pick<Site, 'syncSid'>, channel: ChannelRef): Steps {
  const url = `${syncUrl(syncSid)}/Lists/${CHANNELS_LIST}/Items`;
  yield* must({ method: 'POST', url, form: { Data: JSON.stringify(channel) } }, z.unknown());
}

import type { Twilio } from 'twilio';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { refusal } from './rest-refusal';

async function ada(client: Twilio) {
  const workers = await client.taskrouter.v1.workspaces(ids.workspace).workers.list();
  const found = workers.find(({ friendlyName }) => friendlyName.startsWith('ada'));
  if (!found) throw new Error('Nobody is called ada');
  return found;
}

/** TaskRouter tells an object's version in a header only. */
async function versionOf(client: Twilio, uri: string): Promise<string> {
  const { headers } = await client.request({ method: 'get', uri });
  return String(Object(headers).etag);
}

export async function task(client: Twilio): Promise<unknown> {
  const workspace = client.taskrouter.v1.workspaces(ids.workspace);
  const worker = workspace.workers((await ada(client)).sid);
  await worker.update({ activitySid: ids.activities.available });
  const attributes = JSON.stringify({ topic: 'shoes' });
  const { sid } = await workspace.tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes });
  const [offered] = await worker.reservations.list({ reservationStatus: 'pending' });
  if (!offered) throw new Error('Nothing was offered');
  await worker.reservations(offered.sid).update({ reservationStatus: 'accepted' });
  const task = await workspace.tasks(sid).fetch();
  const ifMatch = await versionOf(client, task.url);
  await workspace.tasks(sid).update({ attributes: '{"topic":"boots"}', ifMatch });
  const stale = await refusal(workspace.tasks(sid).update({ attributes: '{}', ifMatch }));
  const { assignmentStatus, reason } = await workspace
    .tasks(sid)
    .update({ assignmentStatus: 'completed', reason: 'done' });
  await worker.update({ activitySid: ids.activities.offline });
  return { of: offered.taskSid === sid, was: task.assignmentStatus, stale, assignmentStatus, reason };
}

export async function worker(client: Twilio): Promise<unknown> {
  const { sid, url, attributes } = await ada(client);
  const ifMatch = await versionOf(client, url);
  const worker = client.taskrouter.v1.workspaces(ids.workspace).workers(sid);
  const changed = JSON.stringify({ ...JSON.parse(attributes), floor: 2 });
  const updated = await worker.update({ attributes: changed, ifMatch });
  const stale = await refusal(worker.update({ attributes, ifMatch }));
  const channels = await worker.workerChannels.list();
  return {
    floor: JSON.parse(updated.attributes).floor,
    stale,
    channels: channels.map(({ taskChannelUniqueName }) => taskChannelUniqueName).sort(),
  };
}

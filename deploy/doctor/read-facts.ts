import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { orMissing } from '../account/twilio-failure';
import { DEFAULT_FILE, readCalibration } from '../calibrate/calibration-file';
import { allRecords } from '../parking/all-records';
import { parkingPorts } from '../parking/ports';
import { inTurns } from '../in-turns';
import type { AccountState } from '../state';
import { findTemplateParks } from '../template/template-parks';
import { readTemplateSigns } from '../template/template-signs';
import { askFunctions, readMarker } from './ask-functions';
import type { Facts } from './facts';
import { readBridges } from './read-bridges';
import { readEventStreams } from './read-event-streams';
import { replyFlows } from './reply-ways';

const WEBHOOKS_AT_MOST = 5;
/** Webhooks of so many parked conversations are counted. */
const LOOK_AT = 50;
/** So many calls of one kind run at the same time. */
const AT_ONCE = 5;

export async function readFacts(
  account: Account,
  {
    env,
    flexSyncSid,
    template = false,
    calibration = DEFAULT_FILE,
  }: { env: string; flexSyncSid: string | undefined; template?: boolean; calibration?: string },
): Promise<Facts> {
  const { client } = account;
  const state = await readState(account, { env, flexSyncSid });
  const ports = parkingPorts(account, state);
  const [
    flex,
    sync,
    workflows,
    queues,
    flows,
    markerStatus,
    functionsAnswer,
    eventStreams,
    bridges,
    parks,
    signs,
    templateParks,
  ] = await Promise.all([
    readFlex(account),
    client.sync.v1.services(state.flexSyncSid).fetch(),
    client.taskrouter.v1.workspaces(state.workspaceSid).workflows.list({ limit: 1000 }),
    readQueues(account, state),
    readFlows(account, state),
    readMarker(state),
    askFunctions(state),
    readEventStreams(account, state),
    readBridges(account),
    ports ? readParks(account, ports) : { parked: 0, needAPerson: [], withoutHeadroom: [] },
    readTemplateSigns(account, state),
    template ? findTemplateParks(account) : undefined,
  ]);
  return {
    env,
    account: state,
    ...flex,
    flexSyncAclEnabled: sync.aclEnabled,
    workflows: workflows.map(({ sid, friendlyName, configuration }) => ({ sid, friendlyName, configuration })),
    queues,
    flows,
    markerStatus,
    functionsAnswer,
    eventStreams,
    bridges,
    parks,
    calibration: readCalibration(calibration),
    nowMs: Date.now(),
    template: signs,
    templateParks,
  };
}

async function readFlex({ client }: Account): Promise<Pick<Facts, 'flex' | 'defaultConversationsServiceSid'>> {
  const [configuration, conversations] = await Promise.all([
    client.flexApi.v1.configuration().fetch(),
    client.conversations.v1.configuration().fetch(),
  ]);
  const flex = {
    uiVersion: configuration.uiVersion || undefined,
    conversationsServiceSid: configuration.chatServiceInstanceSid || undefined,
    targetWorkflowSid: configuration.taskrouterTargetWorkflowSid || undefined,
    endMethods: configuration.agentConvEndMethods,
  };
  return { flex, defaultConversationsServiceSid: conversations.defaultChatServiceSid || undefined };
}

async function readQueues({ client }: Account, { workspaceSid }: AccountState): Promise<Facts['queues']> {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const queues = await workspace.taskQueues.list({ limit: 1000 });
  const entries = await inTurns(queues, {
    atOnce: AT_ONCE,
    run: async ({ sid, friendlyName }) => {
      const workers = await workspace.workers.list({ taskQueueSid: sid, limit: 1, pageSize: 1 });
      return [sid, { friendlyName, hasWorkers: workers.length > 0 }] as const;
    },
  });
  return Object.fromEntries(entries);
}

/** twilio.com/docs/studio/rest-api/v2/flow: a published one has a definition that is valid. */
async function readFlows({ client }: Account, { uiAttributes }: AccountState): Promise<Facts['flows']> {
  const entries = await Promise.all(
    replyFlows(uiAttributes).map(async (sid) => {
      const flow = await orMissing(client.studio.v2.flows(sid).fetch());
      return flow ? [[sid, { status: flow.status, definition: JSON.stringify(flow.definition) }] as const] : [];
    }),
  );
  return Object.fromEntries(entries.flat());
}

async function readParks({ client }: Account, ports: Ports): Promise<Facts['parks']> {
  const { records, unreadable } = await allRecords(ports);
  const parked = records.filter(({ record }) => record.state === 'parked');
  const counted = await inTurns(parked.slice(0, LOOK_AT), {
    atOnce: AT_ONCE,
    run: async ({ record }) => {
      const { conversationSid } = record.park;
      const webhooks = client.conversations.v1.conversations(conversationSid).webhooks;
      const found = await webhooks.list({ limit: WEBHOOKS_AT_MOST }).catch(() => []);
      return found.length >= WEBHOOKS_AT_MOST ? [conversationSid] : [];
    },
  });
  const damaged = unreadable.map(({ unreadable: conversationSid }) => `${conversationSid} (record-unreadable)`);
  return {
    parked: parked.length + unreadable.length,
    needAPerson: [...parked.flatMap(problemOf), ...damaged],
    withoutHeadroom: counted.flat(),
  };
}

function problemOf({ record }: Stored): string[] {
  return record.state === 'parked' && record.problem ? [`${record.park.conversationSid} (${record.problem})`] : [];
}

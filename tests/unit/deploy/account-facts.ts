import type { Facts } from '../../../deploy/doctor/facts';
import type { AccountState } from '../../../deploy/state';
import { EVENTS } from '../../../deploy/steps/event-callback';

const sid = (prefix: string) => `${prefix}${'0'.repeat(32)}`;
export const DOMAIN = 'park-interaction-1234-staging.twil.io';
export const BUILD = '0.1.0-b1';
export const SUPPORT = sid('WQ');

export const VARIABLES = {
  TWILIO_FLEX_WORKSPACE_SID: sid('WS'),
  TWILIO_FLEX_SYNC_SID: sid('IS'),
  PARKING_SYNC_SID: sid('IS'),
};

/** An account in which everything is as it should be. */
export function healthyState(changes: Partial<AccountState> = {}): AccountState {
  return {
    accountSid: sid('AC'),
    workspaceSid: sid('WS'),
    uiAttributes: {
      custom_data: {
        serverless_functions_url: `https://${DOMAIN}`,
        features: { park_interaction: { enabled: true, show_list: true } },
      },
    },
    flexSyncSid: sid('IS'),
    syncServices: [{ sid: sid('IS'), friendlyName: 'park-interaction records (staging)' }],
    functions: {
      sid: sid('ZS'),
      environment: { sid: sid('ZE'), domainName: DOMAIN, assets: [], build: BUILD, variables: VARIABLES },
    },
    plugin: {
      sid: sid('FP'),
      versions: [],
      releasedConfigurationSid: sid('FJ'),
      released: [{ uniqueName: 'park-interaction', version: BUILD, versionSid: sid('FV'), phase: 3 }],
    },
    eventCallback: { url: `https://${DOMAIN}/webhooks/taskrouter-event`, filter: EVENTS },
    ...changes,
  };
}

export function healthyFacts(changes: Partial<Facts> = {}): Facts {
  return {
    env: 'staging',
    account: healthyState(),
    flex: {
      uiVersion: '2.17.1',
      conversationsServiceSid: sid('IS'),
      targetWorkflowSid: sid('WW'),
      endMethods: null,
    },
    defaultConversationsServiceSid: sid('IS'),
    flexSyncAclEnabled: false,
    workflows: [workflow({ expression: 'originalRouting.queueName == "Support"', targets: [{ queue: SUPPORT }] })],
    queues: { [SUPPORT]: { friendlyName: 'Support', hasWorkers: true } },
    flows: {},
    markerStatus: 200,
    bridges: [],
    eventStreams: { kind: 'not-read' },
    functionsAnswer: { status: 401, code: 'token-invalid' },
    parks: { parked: 2, needAPerson: [], withoutHeadroom: [] },
    calibration: { kind: 'read', file: 'calibration.json', at: '2026-01-05T09:00:00.000Z' },
    nowMs: Date.UTC(2026, 0, 17, 9),
    template: { domains: [], plugins: [] },
    templateParks: undefined,
    ...changes,
  };
}

export function workflow(filter: object): Facts['workflows'][number] {
  const filters = [{ filter_friendly_name: 'Returning', ...filter }];
  return { sid: sid('WW'), friendlyName: 'Care', configuration: JSON.stringify({ task_routing: { filters } }) };
}

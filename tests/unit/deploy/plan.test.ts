/** @jest-environment node */
import { describePlan, isNothingToDo, planDeployment } from '../../../deploy/plan';
import { keptAssets } from '../../../deploy/steps/functions';
import { STEPS } from '../../../deploy/steps/all-steps';
import { recordsServiceOf } from '../../../deploy/steps/records-service';
import { pluginPath } from '../../../deploy/product';
import type { AccountState } from '../../../deploy/state';
import type { Wanted } from '../../../deploy/steps/step';
import { BUILD, DOMAIN, healthyState } from './account-facts';

const product = { build: BUILD, functions: [], plugin: '', dependencies: [] };
const wanted: Wanted = {
  env: 'staging',
  product,
  settings: { ui_attributes: { custom_data: { features: { park_interaction: { enabled: true, show_list: true } } } } },
  release: true,
  eventCallback: true,
};

/** Everything is live: the variables too, and the version at its address. */
function deployedState(): AccountState {
  const state = healthyState();
  const { workspaceSid, flexSyncSid, syncServices, functions, plugin } = state;
  const variables = {
    ALERT_SECRET: 's'.repeat(43),
    TWILIO_FLEX_WORKSPACE_SID: workspaceSid,
    TWILIO_FLEX_SYNC_SID: flexSyncSid,
    PARKING_SYNC_SID: syncServices[0]?.sid ?? '',
  };
  const url = `https://${DOMAIN}${pluginPath(BUILD)}`;
  return {
    ...state,
    functions: functions?.environment && { ...functions, environment: { ...functions.environment, variables } },
    plugin: { ...plugin, versions: [{ sid: 'FV', version: BUILD, url, archived: false }] },
  };
}

const changesOf = (state: AccountState, asked = wanted) =>
  planDeployment(STEPS, state, asked).flatMap(({ plan }) => plan.changes);

describe('the plan of a deployment', () => {
  it('has nothing to do where all is live', () => {
    const planned = planDeployment(STEPS, deployedState(), wanted);
    expect(isNothingToDo(planned)).toBe(true);
    expect(describePlan(planned).filter((line) => line.startsWith(' '))).toEqual(Array(5).fill('  nothing to do'));
  });

  it('mends just the variable that is wrong', () => {
    expect(changesOf({ ...deployedState(), flexSyncSid: 'IS9' })).toEqual([
      'set the variable TWILIO_FLEX_SYNC_SID to IS9',
    ]);
  });

  it('gives the same build another version when it is deployed at another address', () => {
    const state = deployedState();
    const versions = state.plugin.versions.map((version) => ({ ...version, url: 'https://old.twil.io/plugin.js' }));
    expect(changesOf({ ...state, plugin: { ...state.plugin, versions } })).toEqual([
      `add version ${BUILD}.2`,
      `release version ${BUILD}.2 to all desktops instead of ${BUILD}`,
    ]);
  });

  it('keeps the address of the Functions that a file names', () => {
    const features = { park_interaction: { enabled: true, show_list: true } };
    const custom_data = { serverless_functions_url: 'https://parking.example.com', features };
    expect(changesOf(deployedState(), { ...wanted, settings: { ui_attributes: { custom_data } } })).toEqual([
      `~ ui_attributes.custom_data.serverless_functions_url: "https://${DOMAIN}" → "https://parking.example.com"`,
    ]);
  });

  it('says whose event callback it takes over when that is another environment of ours', () => {
    const url = 'https://park-interaction-9999-production.twil.io/webhooks/taskrouter-event';
    const state = { ...deployedState(), eventCallback: { url, filter: [] } };
    const lines = describePlan(planDeployment(STEPS, state, wanted)).join('\n');
    expect(lines).toContain(`instead of ${url}`);
    expect(lines).toContain('note: park-interaction-9999-production.twil.io is another environment of ours');
  });

  it('moves an event callback of ours that points at an old domain', () => {
    const url = 'https://park-interaction-9999-staging.twil.io/webhooks/taskrouter-event';
    const state = { ...deployedState(), eventCallback: { url, filter: [] } };
    expect(changesOf(state)).toEqual([
      `set the event callback of ${state.workspaceSid} to https://${DOMAIN}/webhooks/taskrouter-event instead of ${url}`,
    ]);
    expect(changesOf(state, { ...wanted, eventCallback: false })).toEqual([]);
  });
});

describe('the service of the records', () => {
  const named = { sid: 'IS1', friendlyName: 'park-interaction records (staging)' };
  const other = { sid: 'IS2', friendlyName: 'anything' };

  it('is the one that the live Functions use, whatever its name', () => {
    const state = deployedState();
    const environment = state.functions?.environment;
    const using = environment && { ...environment, variables: { PARKING_SYNC_SID: 'IS2' } };
    const functions = state.functions && { ...state.functions, environment: using };
    expect(recordsServiceOf({ ...state, functions, syncServices: [named, other] }, 'staging')).toBe('IS2');
    expect(recordsServiceOf({ ...state, functions, syncServices: [named] }, 'staging')).toBe('IS1');
  });

  it('is another one for each environment', () => {
    const state = { ...deployedState(), functions: undefined, syncServices: [named] };
    expect(recordsServiceOf(state, 'staging')).toBe('IS1');
    expect(recordsServiceOf(state, 'production')).toBeUndefined();
  });
});

describe('old plugins that stay served', () => {
  it('are the ten newest, and always the one that desktops load', () => {
    const state = deployedState();
    const assets = Array.from({ length: 15 }, (_, n) => ({ sid: `ZN${n}`, path: pluginPath(`0.1.0-b${n + 10}`) }));
    const environment = state.functions?.environment && { ...state.functions.environment, assets };
    const released = [{ uniqueName: 'park-interaction', version: '0.1.0-b11', versionSid: 'FV', phase: 3 }];
    const kept = keptAssets(
      {
        ...state,
        functions: state.functions && { ...state.functions, environment },
        plugin: { ...state.plugin, released },
      },
      product,
    );
    expect(kept.map(({ sid }) => sid)).toEqual(['ZN1', ...Array.from({ length: 10 }, (_, n) => `ZN${n + 5}`)]);
  });
});

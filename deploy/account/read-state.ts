import { createAccountConfiguration } from '../../flex-config/account/account-configuration';
import { NAME } from '../product';
import type { AccountState, PluginState, SyncServiceRef } from '../state';
import type { Account } from './account';
import { readFlex } from './read-flex';
import { readFunctions } from './functions';
import { orMissing } from './twilio-failure';

/** Reads the account once. `flexSyncSid` is for accounts whose Flex uses another Sync service than the default one. */
export async function readState(
  account: Account,
  { env, flexSyncSid }: { env: string; flexSyncSid: string | undefined },
): Promise<AccountState> {
  const { client, accountSid } = account;
  const { taskrouterWorkspaceSid: workspaceSid } = await readFlex(account);
  const [{ uiAttributes }, syncSid, syncServices, functions, plugin, workspace] = await Promise.all([
    createAccountConfiguration(client).read(),
    flexSyncSid ?? defaultSyncSid(account),
    readSyncServices(account),
    readFunctions(account, env),
    readPlugin(account),
    client.taskrouter.v1.workspaces(workspaceSid).fetch(),
  ]);
  return {
    accountSid,
    workspaceSid,
    uiAttributes,
    flexSyncSid: syncSid,
    syncServices,
    functions,
    plugin,
    eventCallback: {
      url: workspace.eventCallbackUrl || undefined,
      filter: (workspace.eventsFilter || '').split(',').filter(Boolean),
    },
  };
}

/** twilio.com/docs/sync/api/service: every account has one, and `default` is its name. */
async function defaultSyncSid({ client }: Account): Promise<string> {
  return (await client.sync.v1.services('default').fetch()).sid;
}

async function readSyncServices({ client }: Account): Promise<SyncServiceRef[]> {
  const services = await client.sync.v1.services.list({ limit: 1000, pageSize: 100 });
  return services.map(({ sid, friendlyName }) => ({ sid, friendlyName }));
}

/** twilio.com/docs/flex/developer/plugins/api: a plugin may be named by its unique name. */
async function readPlugin({ client }: Account): Promise<PluginState> {
  const { plugins, pluginReleases, pluginConfigurations } = client.flexApi.v1;
  const [plugin, active] = await Promise.all([
    orMissing(plugins(NAME).fetch()),
    orMissing(pluginReleases('active').fetch()),
  ]);
  const [versions, released] = await Promise.all([
    plugin ? plugins(plugin.sid).pluginVersions.list({ limit: 1000 }) : [],
    active ? pluginConfigurations(active.configurationSid).plugins.list({ limit: 1000 }) : [],
  ]);
  return {
    sid: plugin?.sid,
    versions: versions.map(({ sid, version, pluginUrl, archived }) => ({ sid, version, url: pluginUrl, archived })),
    releasedConfigurationSid: active?.configurationSid,
    released: released.map(({ uniqueName, version, pluginVersionSid, phase }) => ({
      uniqueName,
      version,
      versionSid: pluginVersionSid,
      phase,
    })),
  };
}

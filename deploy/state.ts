import type { JsonObject } from '../flex-config/merge';

/** An asset of a Build; old builds' plugins stay among them. */
export interface LiveAsset {
  sid: string;
  path: string;
}

export interface FunctionsEnvironment {
  sid: string;
  domainName: string;
  assets: LiveAsset[];
  /** The build that is live; undefined where nothing is, or nothing of ours. */
  build: string | undefined;
  variables: Readonly<Record<string, string>>;
}

export interface FunctionsService {
  sid: string;
  environment: FunctionsEnvironment | undefined;
}

export interface SyncServiceRef {
  sid: string;
  friendlyName: string;
}

export interface ReleasedPlugin {
  uniqueName: string;
  version: string;
  versionSid: string;
  phase: number;
}

export interface PluginState {
  /** undefined: the account does not know our plugin yet. */
  sid: string | undefined;
  versions: { sid: string; version: string; url: string; archived: boolean }[];
  /** The configuration that desktops load; undefined where nothing was ever released. */
  releasedConfigurationSid: string | undefined;
  /** Everybody's plugins in it. */
  released: ReleasedPlugin[];
}

/** What a deployment needs to know of an account, read at one moment. */
export interface AccountState {
  accountSid: string;
  workspaceSid: string;
  uiAttributes: JsonObject;
  /** The Sync service that Flex's browsers use. */
  flexSyncSid: string;
  syncServices: SyncServiceRef[];
  functions: FunctionsService | undefined;
  plugin: PluginState;
  eventCallback: { url: string | undefined; filter: string[] };
}

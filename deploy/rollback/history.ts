import type { Account } from '../account/account';
import { readBuild } from '../account/functions';
import { orMissing } from '../account/twilio-failure';
import { NAME } from '../product';
import type { LiveAsset } from '../state';

/** Whoever wants to go further back than this deploys an old checkout. */
const LOOK_BACK = 20;

/** A build that is or was live in an environment. */
export interface PastBuild {
  sid: string;
  /** When it went live, an ISO time. */
  liveSince: string;
  /** Its name, from its marker; undefined: it is gone, or not ours. */
  build: string | undefined;
  assets: readonly LiveAsset[];
}

export interface PastRelease {
  /** The version of our plugin that desktops loaded; undefined: none. */
  version: string | undefined;
}

/** What was live, newest first: it begins with what is live now. */
export interface LiveHistory {
  builds: PastBuild[];
  releases: PastRelease[];
}

/** Twilio keeps both histories: twilio.com/docs/serverless/api/resource/deployment, twilio.com/docs/flex/developer/plugins/api/release */
export async function readHistory(
  account: Account,
  at: { serviceSid: string; environmentSid: string },
): Promise<LiveHistory> {
  const [builds, releases] = await Promise.all([readBuilds(account, at), readReleases(account)]);
  return { builds, releases };
}

/** Twilio documents no order of either list. */
export function newestFirst<T extends { dateCreated: Date }>(listed: readonly T[]): T[] {
  return [...listed].sort((one, other) => other.dateCreated.getTime() - one.dateCreated.getTime());
}

/** SIDs of what is live at this moment. */
export interface Live {
  buildSid: string | undefined;
  pluginConfigurationSid: string | undefined;
}

export async function readLive(
  { client }: Account,
  { serviceSid, environmentSid }: { serviceSid: string; environmentSid: string },
): Promise<Live> {
  const [environment, release] = await Promise.all([
    client.serverless.v1.services(serviceSid).environments(environmentSid).fetch(),
    orMissing(client.flexApi.v1.pluginReleases('active').fetch()),
  ]);
  return { buildSid: environment.buildSid || undefined, pluginConfigurationSid: release?.configurationSid };
}

async function readBuilds(
  { client }: Account,
  { serviceSid, environmentSid }: { serviceSid: string; environmentSid: string },
): Promise<PastBuild[]> {
  const service = client.serverless.v1.services(serviceSid);
  const deployments = await service.environments(environmentSid).deployments.list({ limit: LOOK_BACK });
  return Promise.all(
    newestFirst(deployments).map(async ({ buildSid, dateCreated }) => {
      const found = buildSid ? await orMissing(readBuild({ client }, serviceSid, buildSid)) : undefined;
      return {
        sid: buildSid,
        liveSince: dateCreated.toISOString().replace(/\.\d+Z$/, 'Z'),
        build: found?.build,
        assets: found?.assets ?? [],
      };
    }),
  );
}

async function readReleases({ client }: Account): Promise<PastRelease[]> {
  const { pluginReleases, pluginConfigurations } = client.flexApi.v1;
  const releases = await pluginReleases.list({ limit: LOOK_BACK });
  return Promise.all(
    newestFirst(releases).map(async ({ configurationSid }) => {
      const plugins = await pluginConfigurations(configurationSid).plugins.list({ limit: 1000 });
      return { version: plugins.find(({ uniqueName }) => uniqueName === NAME)?.version };
    }),
  );
}

import { z } from 'zod';

import { buildOfMarker, NAME } from '../product';
import type { FunctionsEnvironment, FunctionsService, LiveAsset } from '../state';
import type { Account } from './account';
import { orMissing } from './twilio-failure';

const assetVersions = z.array(z.object({ sid: z.string(), path: z.string() }));

/** Our Functions service and its environment of that name, as they are now. */
export async function readFunctions({ client }: Account, env: string): Promise<FunctionsService | undefined> {
  const { services } = client.serverless.v1;
  const service = await orMissing(services(NAME).fetch());
  if (!service) return undefined;
  const environments = await services(service.sid).environments.list({ limit: 1000 });
  const found = environments.find(({ domainSuffix }) => domainSuffix === env);
  if (!found) return { sid: service.sid, environment: undefined };
  const { sid, domainName, buildSid } = found;
  const [variables, build] = await Promise.all([
    services(service.sid).environments(sid).variables.list({ limit: 1000 }),
    buildSid ? readBuild({ client }, service.sid, buildSid) : undefined,
  ]);
  const environment = {
    sid,
    domainName,
    ...(build ?? { assets: [], build: undefined }),
    variables: Object.fromEntries(variables.map(({ key, value }) => [key, value])),
  };
  return { sid: service.sid, environment };
}

/** What a Build serves, and what we call it. */
export async function readBuild(
  { client }: Pick<Account, 'client'>,
  serviceSid: string,
  buildSid: string,
): Promise<Pick<FunctionsEnvironment, 'assets' | 'build'>> {
  const held = await client.serverless.v1.services(serviceSid).builds(buildSid).fetch();
  const assets: LiveAsset[] = assetVersions.parse(held.assetVersions ?? []);
  const build = assets.map(({ path }) => buildOfMarker(path)).find((found) => found !== undefined);
  return { assets, build };
}

/** Makes what is missing of the service and its environment. The domain's ending is the environment's name. */
export async function ensureEnvironment(
  { client }: Account,
  held: FunctionsService | undefined,
  env: string,
): Promise<{ sid: string; environment: FunctionsEnvironment }> {
  const { services } = client.serverless.v1;
  const service = held ?? {
    sid: (await services.create({ uniqueName: NAME, friendlyName: NAME, includeCredentials: true })).sid,
    environment: undefined,
  };
  if (service.environment) return { sid: service.sid, environment: service.environment };
  const created = await services(service.sid).environments.create({
    uniqueName: `${env}-environment`,
    domainSuffix: env,
  });
  const { sid, domainName } = created;
  return { sid: service.sid, environment: { sid, domainName, assets: [], build: undefined, variables: {} } };
}

/** Sets variables of the Functions; others stay. */
export async function setVariables(
  { client }: Account,
  { serviceSid, environmentSid }: { serviceSid: string; environmentSid: string },
  wanted: readonly { key: string; value: string }[],
): Promise<void> {
  const { variables } = client.serverless.v1.services(serviceSid).environments(environmentSid);
  const held = await variables.list({ limit: 1000 });
  for (const { key, value } of wanted) {
    const known = held.find((variable) => variable.key === key);
    if (known) await variables(known.sid).update({ value });
    else await variables.create({ key, value });
  }
}

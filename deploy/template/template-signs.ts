import { z } from 'zod';

import type { Account } from '../account/account';
import { orMissing } from '../account/twilio-failure';
import { inTurns } from '../in-turns';
import { NAME } from '../product';
import type { AccountState } from '../state';

/** What shows that the public template, with its own parking, is in an account. */
export interface TemplateSigns {
  /** Domains that serve its parking Functions. */
  domains: string[];
  /** Its plugins among the released ones, by name. */
  plugins: string[];
}

/** All of the template's Functions are below /features. Source: flex-project-template, serverless-functions. */
const PARKING_PATH = /^\/features\/park-interaction\//;
/** `plugin-flex-ts-template-v2`, and `flex-project-template` in older releases; who forks it may call it otherwise. */
const PLUGIN_NAME = /flex-(ts|project)-template/;

const SERVICES_AT_MOST = 50;
const AT_ONCE = 3;

export async function readTemplateSigns({ client }: Account, { plugin }: AccountState): Promise<TemplateSigns> {
  const services = await client.serverless.v1.services.list({ limit: SERVICES_AT_MOST });
  const others = services.filter(({ uniqueName }) => uniqueName !== NAME);
  const domains = await inTurns(others, { atOnce: AT_ONCE, run: ({ sid }) => parkingDomains(client, sid) });
  const plugins = plugin.released.map(({ uniqueName }) => uniqueName).filter((name) => PLUGIN_NAME.test(name));
  return { domains: domains.flat(), plugins };
}

const functionVersions = z.array(z.object({ path: z.string() })).catch([]);

async function parkingDomains(client: Account['client'], serviceSid: string): Promise<string[]> {
  const service = client.serverless.v1.services(serviceSid);
  const environments = await service.environments.list({ limit: SERVICES_AT_MOST });
  const found = await inTurns(environments, {
    atOnce: AT_ONCE,
    run: async ({ buildSid, domainName }) => {
      const build = buildSid ? await orMissing(service.builds(buildSid).fetch()) : undefined;
      const paths = functionVersions.parse(build?.functionVersions);
      return paths.some(({ path }) => PARKING_PATH.test(path)) ? [domainName] : [];
    },
  });
  return found.flat();
}

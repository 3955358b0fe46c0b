import { setTimeout as sleep } from 'node:timers/promises';

import {
  activateBuild,
  api,
  getOrCreateFunctionResources,
  triggerBuild,
  TwilioServerlessApiClient,
  uploadFunction,
} from '@twilio-labs/serverless-api';

import { loginOf } from '../../flex-config/account/variables';
import { DeployError } from '../deploy-error';
import type { LiveFile, Product } from '../product';
import type { LiveAsset } from '../state';
import type { Account } from './account';

/** The newest that Twilio Functions offer (twilio.com/docs/serverless/functions-assets/node-versions). */
export const RUNTIME = 'node22';
/** A Build takes some seconds, seldom more than a minute. */
const BUILD_POLLS = 300;
const BUILD_POLL_EVERY_MS = 1000;

export interface Publication {
  serviceSid: string;
  environmentSid: string;
  product: Product;
  /** New assets; their uploads are part of the Build. */
  assets: LiveFile[];
  /** Assets of the Build before that stay live. */
  keep: LiveAsset[];
}

/** Uploads, builds and puts a build live, with the library that twilio-run deploys with. */
export async function publish(account: Account, publication: Publication): Promise<void> {
  const { serviceSid, environmentSid, product, assets, keep } = publication;
  const config = loginOf(account);
  const client = new TwilioServerlessApiClient(config);

  const functions = await getOrCreateFunctionResources(product.functions.map(named), serviceSid, client);
  const resources = await api.getOrCreateAssetResources(assets.map(named), serviceSid, client);
  const [functionVersions, assetVersions] = await Promise.all([
    Promise.all(functions.map((file) => uploaded(uploadFunction(file, serviceSid, client, config)))),
    Promise.all(resources.map((file) => uploaded(api.uploadAsset(file, serviceSid, client, config)))),
  ]);
  const build = await triggerBuild(
    {
      functionVersions,
      assetVersions: [...keep.map(({ sid }) => sid), ...assetVersions],
      dependencies: product.dependencies,
      runtime: RUNTIME,
    },
    serviceSid,
    client,
  );
  await waitForBuild(account, serviceSid, build.sid);
  await activateBuild(build.sid, environmentSid, serviceSid, client);
}

/** The library says which file failed and drops the reason. */
async function uploaded(upload: Promise<string>): Promise<string> {
  try {
    return await upload;
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : 'Failed to upload';
    throw new DeployError('build-failed', `${what}. What was live before still is.`, { cause });
  }
}

async function waitForBuild({ client }: Account, serviceSid: string, buildSid: string): Promise<void> {
  const build = client.serverless.v1.services(serviceSid).builds(buildSid);
  for (let poll = 0; poll < BUILD_POLLS; poll += 1) {
    const { status } = await build.buildStatus().fetch();
    if (status === 'completed') return;
    if (status === 'failed')
      throw new DeployError('build-failed', `Twilio could not build ${buildSid}. Nothing changed.`);
    await sleep(BUILD_POLL_EVERY_MS);
  }
  throw new DeployError('build-failed', `Twilio did not finish the build ${buildSid} in time. Nothing changed.`);
}

/** A resource's name is its path, as twilio-run has it. */
const named = ({ path, access, content }: LiveFile) => ({ name: path, path, access, content });

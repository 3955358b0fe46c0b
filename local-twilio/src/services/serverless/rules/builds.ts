import type { Context } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { Serverless } from '../commands';
import type { Build, Resource, Version } from '../entities';
import { getFrom, getService } from '../store';
import type { ServerlessState } from '../state';

function versionsOf(resources: ReadonlyMap<string, Resource>, sids: readonly string[]): Version[] {
  const all = [...resources.values()].flatMap(({ versions }) => [...versions.values()]);
  return sids.map((sid) => {
    const found = all.find((version) => version.sid === sid);
    if (!found) throw invalidParameter(`There is no version ${sid}`);
    return found;
  });
}

/** Two files at one path make a Build fail: https://www.twilio.com/docs/serverless/api/resource/build */
function checkPaths(versions: readonly Version[]): void {
  const paths = versions.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice) throw invalidParameter(`The path ${twice} is used twice`);
}

export function createBuilds(
  { clock, sids }: Context,
  store: ServerlessState,
): Pick<Serverless, 'build' | 'createBuild' | 'removeBuild'> {
  return {
    build: (service, sid) => getFrom(getService(store, service).builds, sid, 'Builds'),
    createBuild(name, { functionVersions, assetVersions, dependencies, runtime }) {
      const service = getService(store, name);
      const functions = versionsOf(service.functions, functionVersions);
      const assets = versionsOf(service.assets, assetVersions);
      checkPaths([...functions, ...assets]);
      const build: Build = {
        sid: sids.next('ZB'),
        functions,
        assets,
        dependencies,
        runtime,
        createdAtMs: clock.nowMs(),
      };
      service.builds.set(build.sid, build);
      return build;
    },
    removeBuild(name, sid) {
      const service = getService(store, name);
      const build = getFrom(service.builds, sid, 'Builds');
      if ([...service.environments.values()].some(({ buildSid }) => buildSid === build.sid))
        throw invalidParameter('The Build is deployed');
      service.builds.delete(build.sid);
    },
  };
}

import type { Context } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { Serverless } from '../commands';
import type { Resource, ResourceKind } from '../entities';
import { getFrom, getService } from '../store';
import type { ServerlessState } from '../state';

/** Functions and Assets, and the files uploaded for them. */
export function createResources(
  { clock, sids }: Context,
  store: ServerlessState,
): Pick<Serverless, 'resource' | 'createResource' | 'removeResource' | 'addVersion'> {
  const resourcesOf = (service: string, kind: ResourceKind) => getService(store, service)[kind];
  const resource = (service: string, kind: ResourceKind, sid: string): Resource =>
    getFrom(resourcesOf(service, kind), sid, kind);
  return {
    resource,
    createResource(service, kind, friendlyName) {
      const now = clock.nowMs();
      const made: Resource = {
        sid: sids.next('ZH'),
        createdAtMs: now,
        updatedAtMs: now,
        friendlyName,
        versions: new Map(),
      };
      resourcesOf(service, kind).set(made.sid, made);
      return made;
    },
    removeResource: (service, kind, sid) => {
      resourcesOf(service, kind).delete(resource(service, kind, sid).sid);
    },
    addVersion(service, { kind, resourceSid }, input) {
      const held = resource(service, kind, resourceSid);
      if (!/^\/[\w./-]{1,255}$/.test(input.path) || input.path.includes('..'))
        throw invalidParameter('Path is invalid');
      const version = { ...input, sid: sids.next('ZN'), resourceSid: held.sid, createdAtMs: clock.nowMs() };
      held.versions.set(version.sid, version);
      return version;
    },
  };
}

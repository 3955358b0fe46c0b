import type { Building } from '../../../kernel/service';
import type { ServerlessEvent } from '../events';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { createBuilds } from './builds';
import type { Serverless } from '../commands';
import { createEnvironments } from './environments';
import type { ServerlessService } from '../entities';
import { createResources } from './resources';
import { getService } from '../store';
import type { ServerlessState } from '../state';

/** Names are unique, at most 50 characters: https://www.twilio.com/docs/serverless/api/resource/service */
function checkUniqueName({ services }: ServerlessState, uniqueName: string): void {
  if (!/^[a-zA-Z0-9_-]{1,50}$/.test(uniqueName)) throw invalidParameter('UniqueName is invalid');
  if ([...services.values()].some((service) => service.uniqueName === uniqueName))
    throw new TwilioError(409, 20409, `A service with UniqueName ${uniqueName} exists already`);
}

export function createServerless({
  context,
  state: store,
}: Building<ServerlessEvent, object, ServerlessState>): Serverless {
  const { clock, sids } = context;
  return {
    state: () => store,
    ...createResources(context, store),
    ...createBuilds(context, store),
    ...createEnvironments(context, store),
    services: () => [...store.services.values()],
    service: (name) => getService(store, name),
    createService(input) {
      checkUniqueName(store, input.uniqueName);
      const sid = sids.next('ZS');
      const now = clock.nowMs();
      const service: ServerlessService = {
        ...input,
        sid,
        // Twilio adds four digits; these follow from the SID.
        domainBase: `${input.uniqueName}-${(Number.parseInt(sid.slice(2, 8), 16) % 9000) + 1000}`,
        createdAtMs: now,
        updatedAtMs: now,
        functions: new Map(),
        assets: new Map(),
        builds: new Map(),
        environments: new Map(),
      };
      store.services.set(sid, service);
      return service;
    },
    updateService(name, { friendlyName, includeCredentials, uiEditable }) {
      const service = getService(store, name);
      service.friendlyName = friendlyName ?? service.friendlyName;
      service.includeCredentials = includeCredentials ?? service.includeCredentials;
      service.uiEditable = uiEditable ?? service.uiEditable;
      service.updatedAtMs = clock.nowMs();
      return service;
    },
    removeService(name) {
      const service = getService(store, name);
      store.services.delete(service.sid);
      for (const { domainName } of service.environments.values())
        context.events.emit({ type: 'serverless.changed', domainName });
    },
  };
}

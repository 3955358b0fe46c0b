import type { Context } from '../events';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import type { Serverless } from '../commands';
import type { Environment, LiveEnvironment } from '../entities';
import { getFrom, getService } from '../store';
import type { ServerlessState } from '../state';

type Environments = Pick<
  Serverless,
  | 'environment'
  | 'createEnvironment'
  | 'removeEnvironment'
  | 'deploy'
  | 'setVariable'
  | 'removeVariable'
  | 'live'
  | 'liveDomains'
>;

/** A value has 450 bytes at most: https://www.twilio.com/docs/serverless/api/resource/variable */
const VALUE_BYTES = 450;

export function createEnvironments(context: Context, store: ServerlessState): Environments {
  const { clock, sids, events } = context;
  const environment = (service: string, sid: string) =>
    getFrom(getService(store, service).environments, sid, 'Environments');
  const live = (domainName: string) => liveAt(context, store, domainName);
  return {
    environment,
    createEnvironment(name, { uniqueName, domainSuffix }) {
      const service = getService(store, name);
      if (domainSuffix !== null && !/^[a-z0-9-]{1,16}$/.test(domainSuffix))
        throw invalidParameter('DomainSuffix is invalid');
      if ([...service.environments.values()].some((held) => held.uniqueName === uniqueName))
        throw new TwilioError(409, 20409, `An environment with UniqueName ${uniqueName} exists already`);
      const now = clock.nowMs();
      const made: Environment = {
        sid: sids.next('ZE'),
        serviceSid: service.sid,
        uniqueName,
        domainSuffix,
        domainName: `${service.domainBase}${domainSuffix === null ? '' : `-${domainSuffix}`}.twil.io`,
        createdAtMs: now,
        updatedAtMs: now,
        buildSid: null,
        variables: new Map(),
        deployments: new Map(),
      };
      service.environments.set(made.sid, made);
      return made;
    },
    removeEnvironment(service, sid) {
      const { domainName } = environment(service, sid);
      getService(store, service).environments.delete(sid);
      events.emit({ type: 'serverless.changed', domainName });
    },
    deploy(name, environmentSid, buildSid) {
      const held = environment(name, environmentSid);
      const build = buildSid === null ? null : getFrom(getService(store, name).builds, buildSid, 'Builds');
      const now = clock.nowMs();
      const deployment = { sid: sids.next('ZD'), buildSid: build?.sid ?? null, createdAtMs: now };
      held.deployments.set(deployment.sid, deployment);
      held.buildSid = deployment.buildSid;
      held.updatedAtMs = now;
      events.emit({ type: 'serverless.changed', domainName: held.domainName });
      return deployment;
    },
    ...variableCommands(context),
    live,
    liveDomains: () =>
      [...store.services.values()]
        .flatMap(({ environments }) => [...environments.values()])
        .flatMap(({ domainName }) => (live(domainName) ? [domainName] : [])),
  };
}

function variableCommands({ clock, sids, events }: Context): Pick<Serverless, 'setVariable' | 'removeVariable'> {
  return {
    setVariable(held, { sid, key, value }) {
      if (Buffer.byteLength(value) > VALUE_BYTES) throw invalidParameter('Value is too long');
      const known = [...held.variables.values()].find((variable) => variable.key === key);
      if (known && known.sid !== sid) throw new TwilioError(409, 20409, `The variable ${key} exists already`);
      const now = clock.nowMs();
      const before = sid === undefined ? undefined : getFrom(held.variables, sid, 'Variables');
      const variable = { sid: sids.next('ZV'), createdAtMs: now, ...before, key, value, updatedAtMs: now };
      held.variables.set(variable.sid, variable);
      events.emit({ type: 'serverless.changed', domainName: held.domainName });
      return variable;
    },
    removeVariable(held, sid) {
      held.variables.delete(getFrom(held.variables, sid, 'Variables').sid);
      events.emit({ type: 'serverless.changed', domainName: held.domainName });
    },
  };
}

function liveAt(
  { accountSid, authToken }: Context,
  store: ServerlessState,
  domainName: string,
): LiveEnvironment | undefined {
  for (const service of store.services.values()) {
    const held = [...service.environments.values()].find((one) => one.domainName === domainName);
    const build = held?.buildSid ? service.builds.get(held.buildSid) : undefined;
    if (!held || !build) continue;
    const own = Object.fromEntries([...held.variables.values()].map(({ key, value }) => [key, value]));
    const credentials: Record<string, string> = service.includeCredentials
      ? { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken }
      : {};
    return { domainName, functions: build.functions, assets: build.assets, variables: { ...own, ...credentials } };
  }
  return undefined;
}

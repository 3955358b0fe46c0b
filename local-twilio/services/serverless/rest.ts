import { invalidParameter } from '../../core/errors';
import { page } from '../../core/pages';
import { created, flag, noContent, ok, param, text, textList } from '../../core/rest';
import type { RestHandlers, RestRequest } from '../../core/rest';
import type { ResourceKind } from './entities';
import { getFrom } from './store';
import {
  buildStatusWire,
  buildWire,
  contentWire,
  deploymentWire,
  environmentWire,
  resourceWire,
  serviceWire,
  variableWire,
  versionWire,
} from './wire';

const serviceOf = (request: RestRequest) => request.world.serverless.service(param(request, 'ServiceSid'));
const owner = (request: RestRequest) => ({
  accountSid: request.world.accountSid,
  serviceSid: serviceOf(request).sid,
});

function required(request: RestRequest, name: string): string {
  const value = text(request, name);
  if (!value) throw invalidParameter(`${name} is required`);
  return value;
}

const services: RestHandlers = {
  ListService: (request) => {
    const { serverless, accountSid } = request.world;
    return page(
      request,
      'services',
      serverless.services().map((service) => serviceWire(accountSid, service)),
    );
  },
  CreateService: (request) => {
    const { serverless, accountSid } = request.world;
    const service = serverless.createService({
      uniqueName: required(request, 'UniqueName'),
      friendlyName: required(request, 'FriendlyName'),
      includeCredentials: flag(request, 'IncludeCredentials') ?? true,
      uiEditable: flag(request, 'UiEditable') ?? false,
    });
    return created(serviceWire(accountSid, service));
  },
  FetchService: (request) =>
    ok(serviceWire(request.world.accountSid, request.world.serverless.service(param(request, 'Sid')))),
  UpdateService: (request) => {
    const changes = {
      friendlyName: text(request, 'FriendlyName'),
      includeCredentials: flag(request, 'IncludeCredentials'),
      uiEditable: flag(request, 'UiEditable'),
    };
    const { serverless, accountSid } = request.world;
    return ok(serviceWire(accountSid, serverless.updateService(param(request, 'Sid'), changes)));
  },
  DeleteService: (request) => {
    request.world.serverless.removeService(param(request, 'Sid'));
    return noContent();
  },
};

/** Functions and Assets differ in their names only. */
function resources(kind: ResourceKind, name: 'Function' | 'Asset'): RestHandlers {
  const held = (request: RestRequest, parameter: string) =>
    request.world.serverless.resource(serviceOf(request).sid, kind, param(request, parameter));
  const version = (request: RestRequest) =>
    getFrom(held(request, `${name}Sid`).versions, param(request, 'Sid'), 'Versions');
  return {
    [`List${name}`]: (request) =>
      page(
        request,
        kind,
        [...serviceOf(request)[kind].values()].map((resource) => resourceWire(owner(request), kind, resource)),
      ),
    [`Create${name}`]: (request) => {
      const made = request.world.serverless.createResource(
        serviceOf(request).sid,
        kind,
        required(request, 'FriendlyName'),
      );
      return created(resourceWire(owner(request), kind, made));
    },
    [`Fetch${name}`]: (request) => ok(resourceWire(owner(request), kind, held(request, 'Sid'))),
    [`Delete${name}`]: (request) => {
      request.world.serverless.removeResource(serviceOf(request).sid, kind, param(request, 'Sid'));
      return noContent();
    },
    [`List${name}Version`]: (request) =>
      page(
        request,
        `${kind.slice(0, -1)}_versions`,
        [...held(request, `${name}Sid`).versions.values()].map((one) => versionWire(owner(request), kind, one)),
      ),
    [`Fetch${name}Version`]: (request) => ok(versionWire(owner(request), kind, version(request))),
    ...(kind === 'functions' && {
      FetchFunctionVersionContent: (request: RestRequest) => ok(contentWire(owner(request), version(request))),
    }),
  };
}

/** The CLI wraps the JSON in another pair of quotes. */
function dependenciesOf(request: RestRequest): readonly unknown[] {
  const json = (text(request, 'Dependencies') ?? '[]').replace(/^"|"$/g, '');
  const parsed: unknown = JSON.parse(json);
  if (!Array.isArray(parsed)) throw invalidParameter('Dependencies must be a list');
  return parsed;
}

const builds: RestHandlers = {
  ListBuild: (request) =>
    page(
      request,
      'builds',
      [...serviceOf(request).builds.values()].reverse().map((build) => buildWire(owner(request), build)),
    ),
  CreateBuild: (request) => {
    const build = request.world.serverless.createBuild(serviceOf(request).sid, {
      functionVersions: textList(request, 'FunctionVersions') ?? [],
      assetVersions: textList(request, 'AssetVersions') ?? [],
      dependencies: dependenciesOf(request),
      runtime: text(request, 'Runtime') ?? 'node22',
    });
    return created(buildWire(owner(request), build));
  },
  FetchBuild: (request) =>
    ok(buildWire(owner(request), request.world.serverless.build(serviceOf(request).sid, param(request, 'Sid')))),
  FetchBuildStatus: (request) =>
    ok(buildStatusWire(owner(request), request.world.serverless.build(serviceOf(request).sid, param(request, 'Sid')))),
  DeleteBuild: (request) => {
    request.world.serverless.removeBuild(serviceOf(request).sid, param(request, 'Sid'));
    return noContent();
  },
};

const environmentOf = (request: RestRequest, parameter = 'EnvironmentSid') =>
  request.world.serverless.environment(serviceOf(request).sid, param(request, parameter));

const environments: RestHandlers = {
  ListEnvironment: (request) =>
    page(
      request,
      'environments',
      [...serviceOf(request).environments.values()].map((held) => environmentWire(owner(request), held)),
    ),
  CreateEnvironment: (request) => {
    const input = { uniqueName: required(request, 'UniqueName'), domainSuffix: text(request, 'DomainSuffix') ?? null };
    return created(
      environmentWire(owner(request), request.world.serverless.createEnvironment(serviceOf(request).sid, input)),
    );
  },
  FetchEnvironment: (request) => ok(environmentWire(owner(request), environmentOf(request, 'Sid'))),
  DeleteEnvironment: (request) => {
    request.world.serverless.removeEnvironment(serviceOf(request).sid, param(request, 'Sid'));
    return noContent();
  },
  ListDeployment: (request) => {
    const { sid, deployments } = environmentOf(request);
    return page(
      request,
      'deployments',
      [...deployments.values()].reverse().map((deployment) => deploymentWire(owner(request), sid, deployment)),
    );
  },
  CreateDeployment: (request) => {
    const { sid } = environmentOf(request);
    const deployment = request.world.serverless.deploy(serviceOf(request).sid, sid, text(request, 'BuildSid') ?? null);
    return created(deploymentWire(owner(request), sid, deployment));
  },
  FetchDeployment: (request) => {
    const { sid, deployments } = environmentOf(request);
    return ok(deploymentWire(owner(request), sid, getFrom(deployments, param(request, 'Sid'), 'Deployments')));
  },
};

const variables: RestHandlers = {
  ListVariable: (request) => {
    const held = environmentOf(request);
    return page(
      request,
      'variables',
      [...held.variables.values()].map((variable) => variableWire(owner(request), held.sid, variable)),
    );
  },
  CreateVariable: (request) => {
    const held = environmentOf(request);
    const input = { key: required(request, 'Key'), value: text(request, 'Value') ?? '' };
    return created(variableWire(owner(request), held.sid, request.world.serverless.setVariable(held, input)));
  },
  FetchVariable: (request) => {
    const held = environmentOf(request);
    return ok(variableWire(owner(request), held.sid, getFrom(held.variables, param(request, 'Sid'), 'Variables')));
  },
  UpdateVariable: (request) => {
    const held = environmentOf(request);
    const before = getFrom(held.variables, param(request, 'Sid'), 'Variables');
    const input = {
      sid: before.sid,
      key: text(request, 'Key') ?? before.key,
      value: text(request, 'Value') ?? before.value,
    };
    return ok(variableWire(owner(request), held.sid, request.world.serverless.setVariable(held, input)));
  },
  DeleteVariable: (request) => {
    request.world.serverless.removeVariable(environmentOf(request), param(request, 'Sid'));
    return noContent();
  },
};

/** https://www.twilio.com/docs/serverless/api */
export const serverlessRest: RestHandlers = {
  ...services,
  ...resources('functions', 'Function'),
  ...resources('assets', 'Asset'),
  ...builds,
  ...environments,
  ...variables,
};

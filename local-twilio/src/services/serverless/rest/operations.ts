import { invalidParameter } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { created, flag, noContent, ok, param, text, textList } from '../../../kernel/rest/request';
import { reading } from '../../../kernel/rest/reads';
import type { Handlers, Request } from '../account';
import type { ResourceKind } from '../entities';
import { owner, required, serviceOf } from './request';
import { environmentsRest } from './environments';
import { getFrom } from '../store';
import { buildStatusAnswer, buildAnswer, contentAnswer, resourceAnswer, serviceAnswer, versionAnswer } from './answers';

const services: Handlers = {
  ListService: (request) => {
    const { serverless, accountSid } = request.account;
    return page(
      request,
      'services',
      serverless.services().map((service) => serviceAnswer(accountSid, service)),
    );
  },
  CreateService: reading(['UniqueName', 'FriendlyName', 'IncludeCredentials', 'UiEditable'], (request) => {
    const { serverless, accountSid } = request.account;
    const service = serverless.createService({
      uniqueName: required(request, 'UniqueName'),
      friendlyName: required(request, 'FriendlyName'),
      includeCredentials: flag(request, 'IncludeCredentials') ?? true,
      uiEditable: flag(request, 'UiEditable') ?? false,
    });
    return created(serviceAnswer(accountSid, service));
  }),
  FetchService: (request) =>
    ok(serviceAnswer(request.account.accountSid, request.account.serverless.service(param(request, 'Sid')))),
  UpdateService: reading(['FriendlyName', 'IncludeCredentials', 'UiEditable'], (request) => {
    const changes = {
      friendlyName: text(request, 'FriendlyName'),
      includeCredentials: flag(request, 'IncludeCredentials'),
      uiEditable: flag(request, 'UiEditable'),
    };
    const { serverless, accountSid } = request.account;
    return ok(serviceAnswer(accountSid, serverless.updateService(param(request, 'Sid'), changes)));
  }),
  DeleteService: (request) => {
    request.account.serverless.removeService(param(request, 'Sid'));
    return noContent();
  },
};

/** Functions and Assets differ in their names only. */
function resources(kind: ResourceKind, name: 'Function' | 'Asset'): Handlers {
  const held = (request: Request, parameter: string) =>
    request.account.serverless.resource(serviceOf(request).sid, kind, param(request, parameter));
  const version = (request: Request) =>
    getFrom(held(request, `${name}Sid`).versions, param(request, 'Sid'), 'Versions');
  return {
    [`List${name}`]: (request) =>
      page(
        request,
        kind,
        [...serviceOf(request)[kind].values()].map((resource) => resourceAnswer(owner(request), kind, resource)),
      ),
    [`Create${name}`]: reading(['FriendlyName'], (request) => {
      const made = request.account.serverless.createResource(
        serviceOf(request).sid,
        kind,
        required(request, 'FriendlyName'),
      );
      return created(resourceAnswer(owner(request), kind, made));
    }),
    [`Fetch${name}`]: (request) => ok(resourceAnswer(owner(request), kind, held(request, 'Sid'))),
    [`Delete${name}`]: (request) => {
      request.account.serverless.removeResource(serviceOf(request).sid, kind, param(request, 'Sid'));
      return noContent();
    },
    [`List${name}Version`]: (request) =>
      page(
        request,
        `${kind.slice(0, -1)}_versions`,
        [...held(request, `${name}Sid`).versions.values()].map((one) => versionAnswer(owner(request), kind, one)),
      ),
    [`Fetch${name}Version`]: (request) => ok(versionAnswer(owner(request), kind, version(request))),
    ...(kind === 'functions' && {
      FetchFunctionVersionContent: (request: Request) => ok(contentAnswer(owner(request), version(request))),
    }),
  };
}

/** The CLI wraps the JSON in another pair of quotes. */
function dependenciesOf(request: Request): readonly unknown[] {
  const json = (text(request, 'Dependencies') ?? '[]').replace(/^"|"$/g, '');
  const parsed: unknown = JSON.parse(json);
  if (!Array.isArray(parsed)) throw invalidParameter('Dependencies must be a list');
  return parsed;
}

const builds: Handlers = {
  ListBuild: (request) =>
    page(
      request,
      'builds',
      [...serviceOf(request).builds.values()].reverse().map((build) => buildAnswer(owner(request), build)),
    ),
  CreateBuild: reading(['FunctionVersions', 'AssetVersions', 'Dependencies', 'Runtime'], (request) => {
    const build = request.account.serverless.createBuild(serviceOf(request).sid, {
      functionVersions: textList(request, 'FunctionVersions') ?? [],
      assetVersions: textList(request, 'AssetVersions') ?? [],
      dependencies: dependenciesOf(request),
      runtime: text(request, 'Runtime') ?? 'node22',
    });
    return created(buildAnswer(owner(request), build));
  }),
  FetchBuild: (request) =>
    ok(buildAnswer(owner(request), request.account.serverless.build(serviceOf(request).sid, param(request, 'Sid')))),
  FetchBuildStatus: (request) =>
    ok(
      buildStatusAnswer(
        owner(request),
        request.account.serverless.build(serviceOf(request).sid, param(request, 'Sid')),
      ),
    ),
  DeleteBuild: (request) => {
    request.account.serverless.removeBuild(serviceOf(request).sid, param(request, 'Sid'));
    return noContent();
  },
};

/** https://www.twilio.com/docs/serverless/api */
export const serverlessRest: Handlers = {
  ...services,
  ...resources('functions', 'Function'),
  ...resources('assets', 'Asset'),
  ...builds,
  ...environmentsRest,
};

import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { owner, required, serviceOf } from './request';
import { getFrom } from '../store';
import { deploymentAnswer, environmentAnswer, variableAnswer } from './answers';

const environmentOf = (request: Request, parameter = 'EnvironmentSid') =>
  request.account.serverless.environment(serviceOf(request).sid, param(request, parameter));

const environments: Handlers = {
  ListEnvironment: (request) =>
    page(
      request,
      'environments',
      [...serviceOf(request).environments.values()].map((held) => environmentAnswer(owner(request), held)),
    ),
  CreateEnvironment: reading(['UniqueName', 'DomainSuffix', 'FriendlyName'], (request) => {
    const input = { uniqueName: required(request, 'UniqueName'), domainSuffix: text(request, 'DomainSuffix') ?? null };
    return created(
      environmentAnswer(owner(request), request.account.serverless.createEnvironment(serviceOf(request).sid, input)),
    );
  }),
  FetchEnvironment: (request) => ok(environmentAnswer(owner(request), environmentOf(request, 'Sid'))),
  DeleteEnvironment: (request) => {
    request.account.serverless.removeEnvironment(serviceOf(request).sid, param(request, 'Sid'));
    return noContent();
  },
  ListDeployment: (request) => {
    const { sid, deployments } = environmentOf(request);
    return page(
      request,
      'deployments',
      [...deployments.values()].reverse().map((deployment) => deploymentAnswer(owner(request), sid, deployment)),
    );
  },
  CreateDeployment: reading(['BuildSid'], (request) => {
    const { sid } = environmentOf(request);
    const deployment = request.account.serverless.deploy(
      serviceOf(request).sid,
      sid,
      text(request, 'BuildSid') ?? null,
    );
    return created(deploymentAnswer(owner(request), sid, deployment));
  }),
  FetchDeployment: (request) => {
    const { sid, deployments } = environmentOf(request);
    return ok(deploymentAnswer(owner(request), sid, getFrom(deployments, param(request, 'Sid'), 'Deployments')));
  },
};

const variables: Handlers = {
  ListVariable: (request) => {
    const held = environmentOf(request);
    return page(
      request,
      'variables',
      [...held.variables.values()].map((variable) => variableAnswer(owner(request), held.sid, variable)),
    );
  },
  CreateVariable: reading(['Key', 'Value'], (request) => {
    const held = environmentOf(request);
    const input = { key: required(request, 'Key'), value: text(request, 'Value') ?? '' };
    return created(variableAnswer(owner(request), held.sid, request.account.serverless.setVariable(held, input)));
  }),
  FetchVariable: (request) => {
    const held = environmentOf(request);
    return ok(variableAnswer(owner(request), held.sid, getFrom(held.variables, param(request, 'Sid'), 'Variables')));
  },
  UpdateVariable: reading(['Key', 'Value'], (request) => {
    const held = environmentOf(request);
    const before = getFrom(held.variables, param(request, 'Sid'), 'Variables');
    const input = {
      sid: before.sid,
      key: text(request, 'Key') ?? before.key,
      value: text(request, 'Value') ?? before.value,
    };
    return ok(variableAnswer(owner(request), held.sid, request.account.serverless.setVariable(held, input)));
  }),
  DeleteVariable: (request) => {
    request.account.serverless.removeVariable(environmentOf(request), param(request, 'Sid'));
    return noContent();
  },
};

/** Environments, their deployments and their variables. */
export const environmentsRest: Handlers = { ...environments, ...variables };

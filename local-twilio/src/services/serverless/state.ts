import { z } from 'zod';
import { bySid, ms, sid, textOrNull, type Shape } from '../../kernel/shapes';
import type { Build, Deployment, Environment, Resource, ServerlessService, Variable, Version } from './entities';
import type { ServerlessStore } from './store';

const version: Shape<Version> = z
  .object({
    sid: sid('ZN'),
    resourceSid: sid('ZH'),
    path: z.string(),
    visibility: z.enum(['public', 'protected', 'private']),
    content: z.string(),
    createdAtMs: ms,
  })
  .strict();

const resource: Shape<Resource> = z
  .object({ sid: sid('ZH'), createdAtMs: ms, friendlyName: z.string(), updatedAtMs: ms, versions: bySid(version) })
  .strict();

const build: Shape<Build> = z
  .object({
    sid: sid('ZB'),
    functions: z.array(version),
    assets: z.array(version),
    dependencies: z.array(z.unknown()),
    runtime: z.string(),
    createdAtMs: ms,
  })
  .strict();

const variable: Shape<Variable> = z
  .object({ sid: sid('ZV'), createdAtMs: ms, key: z.string(), value: z.string(), updatedAtMs: ms })
  .strict();

const deployment: Shape<Deployment> = z
  .object({ sid: sid('ZD'), buildSid: sid('ZB').nullable(), createdAtMs: ms })
  .strict();

const environment: Shape<Environment> = z
  .object({
    sid: sid('ZE'),
    serviceSid: sid('ZS'),
    uniqueName: z.string(),
    domainSuffix: textOrNull,
    domainName: z.string(),
    createdAtMs: ms,
    buildSid: sid('ZB').nullable(),
    updatedAtMs: ms,
    variables: bySid(variable),
    deployments: bySid(deployment),
  })
  .strict();

const service: Shape<ServerlessService> = z
  .object({
    sid: sid('ZS'),
    uniqueName: z.string(),
    domainBase: z.string(),
    createdAtMs: ms,
    friendlyName: z.string(),
    includeCredentials: z.boolean(),
    uiEditable: z.boolean(),
    updatedAtMs: ms,
    functions: bySid(resource),
    assets: bySid(resource),
    builds: bySid(build),
    environments: bySid(environment),
  })
  .strict();

export const serverlessState: Shape<ServerlessStore> = z.object({ services: bySid(service) }).strict();

export const noServerless = (): ServerlessStore => ({ services: new Map() });

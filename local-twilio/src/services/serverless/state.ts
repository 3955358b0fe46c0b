import { z } from 'zod';
import { bySid, ms, sid, textOrNull, type Kept } from '../../kernel/shapes';

export const version = z
  .object({
    sid: sid('ZN'),
    resourceSid: sid('ZH'),
    /** The path of its URL, such as `/webhooks/reconcile`. */
    path: z.string(),
    visibility: z.enum(['public', 'protected', 'private']),
    content: z.string(),
    /** base64 for what is no text. */
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
    createdAtMs: ms,
  })
  .strict();

export const resource = z
  .object({ sid: sid('ZH'), createdAtMs: ms, friendlyName: z.string(), updatedAtMs: ms, versions: bySid(version) })
  .strict();

export const build = z
  .object({
    sid: sid('ZB'),
    functions: z.array(version).readonly(),
    assets: z.array(version).readonly(),
    dependencies: z.array(z.unknown()).readonly(),
    runtime: z.string(),
    createdAtMs: ms,
  })
  .strict();

export const variable = z
  .object({ sid: sid('ZV'), createdAtMs: ms, key: z.string(), value: z.string(), updatedAtMs: ms })
  .strict();

export const deployment = z.object({ sid: sid('ZD'), buildSid: sid('ZB').nullable(), createdAtMs: ms }).strict();

export const environment = z
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

export const service = z
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

export const serverlessState = z.object({ services: bySid(service) }).strict();

/** What is kept of Functions and Assets. */
export type ServerlessState = Kept<typeof serverlessState>;

export const noServerless = (): ServerlessState => ({ services: new Map() });

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from 'openapi-backend';

/** A piece of an OpenAPI file while it is being rewritten. */
type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Examples and lists of values look like schemas to a walker, and are none. */
const opaque = new Set(['example', 'examples', 'enum', 'required']);

/** ajv knows `nullable` only beside `type`, and an enum that is nullable must list null. */
function normaliseNode(node: Node): void {
  if (node.nullable === true && typeof node.type !== 'string') {
    delete node.nullable;
    if (typeof node.$ref === 'string') {
      node.anyOf = [{ $ref: node.$ref }, { enum: [null] }];
      delete node.$ref;
    }
  }
  if (Array.isArray(node.enum) && node.nullable === true && !node.enum.includes(null)) node.enum = [...node.enum, null];
}

function walk(value: unknown, key: string): void {
  if (Array.isArray(value)) for (const item of value) walk(item, key);
  if (!isNode(value)) return;
  // The children of `properties` are named by the API: one may be called "nullable".
  if (key !== 'properties') normaliseNode(value);
  for (const [name, child] of Object.entries(value)) if (key === 'properties' || !opaque.has(name)) walk(child, name);
}

export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((held, key) => (isNode(held) ? held[key] : undefined), value);
}

/** Fields that Twilio's own CLI sends although the files do not know them (@twilio-labs/serverless-api). */
const SENT_BY_CLI: Readonly<Record<string, readonly string[]>> = { CreateEnvironment: ['FriendlyName'] };

/**
 * Fields that the service itself checks, since it refuses them with codes of its own, or takes what the files do not
 * list: Twilio's own template writes a scoped webhook's method in capitals.
 */
const checkedByService: readonly { readonly operations: RegExp; readonly fields: readonly string[] }[] = [
  // "A value of `true`, `1`, or `yes` specifies the Activity is available", says the same file that makes it a boolean.
  { operations: /^CreateActivity$/, fields: ['Available'] },
  {
    operations: /^(Fetch|Create|Update|Delete)(Service)?ConversationScopedWebhook$/,
    fields: ['Sid', 'Target', 'Configuration.Method', 'Configuration.FlowSid'],
  },
];

function leaveToService(operation: Node, form: unknown): void {
  const operationId = String(operation.operationId);
  const fields = checkedByService.flatMap((rule) => (rule.operations.test(operationId) ? rule.fields : []));
  for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : [])
    if (isNode(parameter) && fields.includes(String(parameter.name))) parameter.schema = { type: 'string' };
  if (!isNode(form)) return;
  const properties = isNode(form.properties) ? form.properties : {};
  for (const name of fields) if (name in properties) properties[name] = { type: 'string' };
  if (Array.isArray(form.required)) form.required = form.required.filter((name) => !fields.includes(name));
}

/** A form cannot say null: an address is taken away by sending nothing for it. */
function withClearableUris(properties: unknown): Node {
  const fields = Object.entries(isNode(properties) ? properties : {});
  return Object.fromEntries(
    fields.map(([name, field]) => {
      if (!isNode(field) || field.format !== 'uri') return [name, field];
      return [name, { type: 'string', anyOf: [{ maxLength: 0 }, { format: 'uri' }] }];
    }),
  );
}

export const undescribedFields = (operation: unknown): readonly string[] =>
  SENT_BY_CLI[String(at(operation, 'operationId'))] ?? [];

/** Unknown request parameters are refused; an answer must have all documented properties and no others. */
function harden(definition: Node): void {
  const answered = new Set<string>();
  for (const item of Object.values(isNode(definition.paths) ? definition.paths : {})) {
    for (const operation of Object.values(isNode(item) ? item : {})) {
      const form = at(operation, 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema');
      if (isNode(operation)) leaveToService(operation, form);
      if (isNode(form)) {
        form.additionalProperties = false;
        const undescribed = undescribedFields(operation).map((name) => [name, { type: 'string' }]);
        form.properties = { ...withClearableUris(form.properties), ...Object.fromEntries(undescribed) };
      }
      const responses = at(operation, 'responses');
      for (const response of Object.values(isNode(responses) ? responses : {})) {
        const ref = at(response, 'content', 'application/json', 'schema', '$ref');
        if (typeof ref === 'string') answered.add(ref.split('/').pop() ?? '');
        const list = at(response, 'content', 'application/json', 'schema', 'properties');
        for (const items of Object.values(isNode(list) ? list : {})) {
          const itemRef = at(items, 'items', '$ref');
          if (typeof itemRef === 'string') answered.add(itemRef.split('/').pop() ?? '');
        }
      }
    }
  }
  for (const name of answered) {
    const schema = at(definition, 'components', 'schemas', name);
    if (!isNode(schema) || !isNode(schema.properties)) continue;
    schema.required = Object.keys(schema.properties);
    schema.additionalProperties = false;
  }
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The operations of a product as the file has them, by what Twilio calls them. */
export function operationsOf(product: string): ReadonlyMap<string, Node> {
  const { paths } = readFile(product);
  const all = Object.values(isNode(paths) ? paths : {}).flatMap((item) =>
    Object.entries(isNode(item) ? item : {}).flatMap(([method, operation]): [string, Node][] =>
      METHODS.has(method) && isNode(operation) ? [[String(operation.operationId), operation]] : [],
    ),
  );
  return new Map(all);
}

/** Twilio's own description of a product, made strict. */
export function readDefinition(product: string): Document {
  const definition = readFile(product);
  walk(definition.components, 'components');
  walk(definition.paths, 'paths');
  harden(definition);
  return definition;
}

/** The one place where the OpenAPI files are read: from the package @twilio-alpha/mcp. */
function readFile(product: string) {
  const folder = dirname(require.resolve('@twilio-alpha/mcp/package.json'));
  return JSON.parse(readFileSync(join(folder, 'twilio-oai', 'spec', 'json', `twilio_${product}.json`), 'utf8'));
}

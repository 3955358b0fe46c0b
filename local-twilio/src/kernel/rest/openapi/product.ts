import addFormats from 'ajv-formats';
import Ajv from 'ajv';
import { OpenAPIBackend } from 'openapi-backend';
import type { Operation } from 'openapi-backend';
import type { Described } from '../reads';
import { describedOf } from './described';
import { isNode, readDefinition } from './definition';

/** Formats of Twilio's files that ajv does not know; SIDs are checked by pattern. */
const twilioFormats = [
  'uri-map',
  'http-method',
  'date-time-rfc-2822',
  'phone-number',
  'sid',
  'twiml',
  'currency',
  'iso-country-code',
  'prefixed-collapsible-map',
  'date-time-rfc2822',
];

/** Answers are not coerced: 5 must not pass as "5". */
const responseContexts: ReadonlySet<string> = new Set(['responseValidator', 'responseHeadersValidator']);

export interface Route {
  readonly operation: Operation;
  readonly operationId: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Changed in place: text becomes numbers and booleans where the description says so. */
  readonly body: Record<string, unknown>;
}

/** One Twilio product as its OpenAPI file describes it. Knows nothing of any World. */
export interface Product {
  readonly operationIds: readonly string[];
  match(method: string, path: string): Route | 'no-path' | 'no-method';
  /** Problems of the request, in words; empty if there are none. */
  checkRequest(route: Route, request: RequestParts): readonly string[];
  checkAnswer(route: Route, status: number, body: unknown): readonly string[];
  described(route: Route): Described;
  /** Names of form fields whose value is JSON text. */
  jsonFields(route: Route): readonly string[];
}

const problems = (
  errors: readonly { instancePath?: string; message?: string; params?: unknown }[] | null | undefined,
) =>
  (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath ?? ''} ${message ?? ''} ${JSON.stringify(params)}`,
  );

function formProperties(operation: Operation): Readonly<Record<string, unknown>> {
  const body = operation.requestBody;
  if (!body || '$ref' in body) return {};
  const schema = body.content['application/x-www-form-urlencoded']?.schema;
  return schema && 'properties' in schema && isNode(schema.properties) ? schema.properties : {};
}

interface CompiledRoute {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literalLength: number;
  readonly method: string;
  readonly operation: Operation;
}

function compile(operation: Operation): CompiledRoute {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const pattern = new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`);
  const literalLength = operation.path.replace(/\{\w+\}/g, '').length;
  return { pattern, names, literalLength, method: operation.method.toUpperCase(), operation };
}

export async function openProduct(name: string): Promise<Product> {
  const api = new OpenAPIBackend({
    definition: readDefinition(name),
    quick: true,
    // Form fields arrive as text, and one value of a list is not a list.
    ajvOpts: { strict: false, allErrors: true, coerceTypes: 'array' },
    customizeAjv: (ajv, options, context) => {
      const answers = responseContexts.has(context);
      const chosen = answers ? new Ajv({ ...options, coerceTypes: false }) : ajv;
      addFormats(chosen, { mode: 'fast' });
      for (const format of twilioFormats) chosen.addFormat(format, true);
      // api.twilio.com answers `/2010-04-01/…`, which its description calls a uri.
      if (answers) chosen.addFormat('uri', (text: string) => text.startsWith('/') || URL.canParse(text));
      return chosen;
    },
  });
  await api.init();
  // More literal text first: /TaskQueues/Statistics before /TaskQueues/{Sid}.
  const routes = api
    .getOperations()
    .map(compile)
    .sort((one, other) => other.literalLength - one.literalLength);

  return {
    operationIds: routes.map(({ operation }) => operation.operationId ?? ''),
    match(method, path) {
      const fits = routes.filter(({ pattern }) => pattern.test(path));
      const route = fits.find((candidate) => candidate.method === method);
      if (!route) return fits.length > 0 ? 'no-method' : 'no-path';
      const values = route.pattern.exec(path)?.slice(1) ?? [];
      const params = Object.fromEntries(
        route.names.map((key, index) => [key, decodeURIComponent(values[index] ?? '')]),
      );
      return { operation: route.operation, operationId: route.operation.operationId ?? '', params };
    },
    checkRequest({ operation }, { method, path, query, headers, body }) {
      const plainHeaders = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value ?? '']));
      const plainQuery = Object.fromEntries(
        Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
      );
      const request = {
        method,
        path,
        query: plainQuery,
        headers: plainHeaders,
        body: method === 'POST' ? body : undefined,
      };
      return problems(api.validator.validateRequest(request, operation).errors);
    },
    checkAnswer({ operation }, status, body) {
      if (!operation.responses?.[String(status)])
        return [`status ${status} is not documented for ${operation.operationId}`];
      if (status === 204) return [];
      return problems(api.validator.validateResponse(body, operation, status).errors);
    },
    described: ({ operation }) => describedOf(operation),
    jsonFields({ operation }) {
      return Object.entries(formProperties(operation))
        .filter(([, schema]) => isNode(schema) && schema.type === 'object')
        .map(([key]) => key);
    },
  };
}

import { isJsonObject } from './merge';
import type { JsonObject } from './merge';
import { functionsUrl } from './schema/functions-url';
import { parkInteraction } from './schema/park-interaction';
import { SETTING_DOCS } from './schema/setting-docs';
import { jsonSchemaOf } from './zod-json-schema';

/** JSON Schema (draft 7) of an environment's file, for editors; each setting is described as in the table. */
export function environmentJsonSchema(): string {
  const customData = described({
    serverless_functions_url: jsonSchemaOf(functionsUrl),
    features: closed({ park_interaction: jsonSchemaOf(parkInteraction) }),
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of park-interaction in one environment',
    ...closed({ $schema: { type: 'string' }, ui_attributes: closed({ custom_data: closed(customData) }) }),
  };
  return `${listsOnOneLine(JSON.stringify(schema, null, 2))}\n`;
}

/** As Prettier leaves it. */
function listsOnOneLine(json: string): string {
  return json.replace(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_list, items: string) => `[${items.replace(/,\n\s+/g, ', ')}]`);
}

function closed(properties: JsonObject): JsonObject {
  return { type: 'object', properties, additionalProperties: false };
}

/** Adds to each documented setting what it does. */
function described(customData: JsonObject): JsonObject {
  return Object.entries(SETTING_DOCS).reduce(
    (schema, [path, { effect }]) => withDescription(schema, path.split('.'), effect),
    customData,
  );
}

function withDescription(properties: JsonObject, [key = '', ...rest]: string[], description: string): JsonObject {
  const held = properties[key];
  if (!isJsonObject(held)) return properties;
  if (rest.length === 0) return { ...properties, [key]: { description, ...held } };
  const inner = isJsonObject(held.properties) ? withDescription(held.properties, rest, description) : held.properties;
  return { ...properties, [key]: { ...held, properties: inner } };
}

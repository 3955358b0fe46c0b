import { isJsonObject } from './merge';
import type { JsonObject } from './merge';
import { FEATURE_KEYS } from './schema/feature-key';
import { FUNCTIONS_URL } from './schema/functions-url';
import { parkInteraction, SETTINGS } from './schema/park-interaction';
import { jsonSchemaOf } from './zod-json-schema';

/** JSON Schema (draft 7) of an environment's file, for editors; each setting is described as in the table. */
export function environmentJsonSchema(): string {
  const reference = { $ref: '#/definitions/park_interaction' };
  const customData = closed({
    serverless_functions_url: { description: FUNCTIONS_URL.effect, ...jsonSchemaOf(FUNCTIONS_URL.schema) },
    features: { ...closed(Object.fromEntries(FEATURE_KEYS.map((key) => [key, reference]))), maxProperties: 1 },
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of park-interaction in one environment',
    ...closed({ $schema: { type: 'string' }, ui_attributes: closed({ custom_data: customData }) }),
    definitions: { park_interaction: featureSchema() },
  };
  return `${listsOnOneLine(JSON.stringify(schema, null, 2))}\n`;
}

function featureSchema(): JsonObject {
  const { properties, ...rest } = jsonSchemaOf(parkInteraction);
  const schemas = isJsonObject(properties) ? properties : {};
  const described = Object.entries(SETTINGS).map(([name, { effect }]) => {
    const schema = schemas[name];
    return [name, { description: effect, ...(isJsonObject(schema) && schema) }];
  });
  return { ...rest, properties: Object.fromEntries(described) };
}

/** As Prettier leaves it. */
function listsOnOneLine(json: string): string {
  return json.replace(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_list, items: string) => `[${items.replace(/,\n\s+/g, ', ')}]`);
}

function closed(properties: JsonObject): JsonObject {
  return { type: 'object', properties, additionalProperties: false };
}

import { z } from 'zod';

import type { JsonObject } from './merge';

/**
 * JSON Schema of what a Zod schema takes in. (The types of the library zod-to-json-schema keep the compiler busy for
 * minutes, and then it gives up.) It knows the kinds that settings are made of and throws for any other,
 * so that a new kind cannot silently become "anything goes" in editors.
 */
export function jsonSchemaOf(schema: z.ZodTypeAny): JsonObject {
  if (schema instanceof z.ZodDefault) {
    return { ...jsonSchemaOf(schema._def.innerType), default: schema._def.defaultValue() };
  }
  if (schema instanceof z.ZodOptional) return jsonSchemaOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return { anyOf: [jsonSchemaOf(schema.unwrap()), { type: 'null' }] };
  if (schema instanceof z.ZodEffects) return jsonSchemaOf(schema.innerType());
  if (schema instanceof z.ZodObject) return ofObject(schema);
  if (schema instanceof z.ZodRecord) return { type: 'object', additionalProperties: jsonSchemaOf(schema.valueSchema) };
  if (schema instanceof z.ZodArray) return ofArray(schema);
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
    return { anyOf: [...schema.options].map(jsonSchemaOf) };
  }
  return ofValue(schema);
}

function ofValue(schema: z.ZodTypeAny): JsonObject {
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' };
  if (schema instanceof z.ZodEnum) return { type: 'string', enum: schema.options };
  if (schema instanceof z.ZodLiteral) return { const: schema.value };
  if (schema instanceof z.ZodString) return ofString(schema);
  if (schema instanceof z.ZodNumber) return ofNumber(schema);
  throw new Error(`zod-json-schema.ts does not know ${schema.constructor.name} yet`);
}

function ofObject(schema: z.AnyZodObject): JsonObject {
  const entries = Object.entries<z.ZodTypeAny>(schema.shape);
  const required = entries.filter(([, value]) => !value.isOptional()).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, value]) => [key, jsonSchemaOf(value)])),
    ...(required.length > 0 && { required }),
    ...(schema._def.unknownKeys === 'strict' && { additionalProperties: false }),
  };
}

function ofArray(schema: z.ZodArray<z.ZodTypeAny>): JsonObject {
  const { minLength, maxLength } = schema._def;
  return {
    type: 'array',
    items: jsonSchemaOf(schema.element),
    ...(minLength && { minItems: minLength.value }),
    ...(maxLength && { maxItems: maxLength.value }),
  };
}

function ofString(schema: z.ZodString): JsonObject {
  const patterns = schema._def.checks.flatMap((check) => (check.kind === 'regex' ? [patternOf(check.regex)] : []));
  return {
    type: 'string',
    ...(schema.minLength !== null && { minLength: schema.minLength }),
    ...(schema.maxLength !== null && { maxLength: schema.maxLength }),
    ...(patterns.length > 0 && { pattern: patterns[0] }),
  };
}

/** JSON Schema has no flags: a letter that may be of either case is written as both. */
function patternOf({ source, ignoreCase }: RegExp): string {
  if (!ignoreCase) return source;
  return source.replace(/\[[^\]]*\]|\\.|[a-z]/gi, (part) => {
    if (part.startsWith('[')) return part.replace('a-z', 'a-zA-Z');
    return part.startsWith('\\') ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`;
  });
}

function ofNumber(schema: z.ZodNumber): JsonObject {
  const bounds = schema._def.checks.flatMap((check) => {
    if (check.kind === 'min') return [[check.inclusive ? 'minimum' : 'exclusiveMinimum', check.value]];
    return check.kind === 'max' ? [[check.inclusive ? 'maximum' : 'exclusiveMaximum', check.value]] : [];
  });
  return { type: schema.isInt ? 'integer' : 'number', ...Object.fromEntries(bounds) };
}

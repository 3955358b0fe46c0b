import { isSafeNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/**
 * JSON of other systems, such as task attributes: JavaScript's numbers end at about 16 digits, and ids of Meta's pages
 * have 17. A number that would lose digits is kept as its text, in an object that `printJson` writes as it was.
 */
export function parseJson(text: string): unknown {
  // As JSON.parse has it, the last of two values under one key counts.
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/** The object that the text is of; undefined for anything else, broken JSON too. */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = parseJson(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON of what `parseJson` gave, with every digit. `indent` is a number of blanks per level. */
export function printJson(value: unknown, indent?: number): string {
  return stringify(value, undefined, indent) ?? 'null';
}

function parseNumber(text: string): number | LosslessNumber {
  return isSafeNumber(text) ? Number(text) : new LosslessNumber(text);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

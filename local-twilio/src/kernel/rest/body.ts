import { invalidParameter } from '../errors';

/** A form body; a name that comes twice becomes a list. */
export function readForm(body: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const held = fields[name];
    fields[name] = held === undefined ? value : [...(Array.isArray(held) ? held : [held]), value];
  }
  return fields;
}

/** A JSON object, or a refusal that names the field. */
export function readJsonObject(value: unknown, field: string): Record<string, unknown> {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Falls through to the same refusal.
  }
  throw invalidParameter(`${field} is not a JSON object`);
}

import { invalidParameter, TwilioError } from '../errors';

/** A form body; a name that comes twice becomes a list. */
export function readForm(body: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const held = fields[name];
    fields[name] = held === undefined ? value : [...(Array.isArray(held) ? held : [held]), value];
  }
  return fields;
}

/** What a text says in JSON; undefined: it is none. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON object, or a refusal that names the field; `notJson` is its code when the text is no JSON at all. */
export function readJsonObject(value: unknown, field: string, notJson = 20001): Record<string, unknown> {
  const parsed = typeof value === 'string' ? jsonOrNothing(value) : value;
  if (parsed === undefined) throw new TwilioError(400, notJson, `${field} is not valid JSON`);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw invalidParameter(`${field} is not a JSON object`);
}

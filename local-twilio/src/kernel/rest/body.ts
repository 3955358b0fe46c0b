import { invalidParameter, TwilioError } from '../errors';
import { jsonBody } from '../json';

/** A form body; a name that comes twice becomes a list. */
export function readForm(body: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const held = fields[name];
    fields[name] = held === undefined ? value : [...(Array.isArray(held) ? held : [held]), value];
  }
  return fields;
}

/** A JSON object, or a refusal that names the field; `notJson` is its code when the text is no JSON at all. */
export function readJsonObject(value: unknown, field: string, notJson = 20001): Record<string, unknown> {
  const parsed = jsonBody(value);
  const problem = `${field} is not a JSON object`;
  if (parsed === undefined) throw new TwilioError(400, notJson, problem);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw invalidParameter(problem);
}

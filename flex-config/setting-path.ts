import type { JsonObject } from './merge';

const FEATURES = 'ui_attributes.custom_data.features';

/** Full dotted path of a setting that a person may write short: `park_interaction.show_list`. */
export function fullPath(path: string): string {
  if (path === 'ui_attributes' || path.startsWith('ui_attributes.')) return path;
  if (path === 'features' || path.startsWith('features.') || path === 'serverless_functions_url')
    return `ui_attributes.custom_data.${path}`;
  return `${FEATURES}.${path}`;
}

/** An object with nothing in it but the value at that path. */
export function objectAt(path: string, value: unknown): JsonObject {
  const [first = '', ...rest] = path.split('.');
  return { [first]: rest.length === 0 ? value : objectAt(rest.join('.'), value) };
}

/** What a person typed: JSON where it is JSON, text otherwise. */
export function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

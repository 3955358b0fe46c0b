import { changesBetween } from './changes';
import type { Change } from './changes';
import { isJsonObject, merge } from './merge';
import type { JsonObject } from './merge';
import { validSettings } from './schema/park-interaction-settings';
import type { Problem } from './schema/problems';

/** What writing an environment to an account would do. */
export interface ConfigurationPlan {
  /** The account's `ui_attributes` afterwards, with everybody else's settings as they are. */
  uiAttributes: JsonObject;
  changes: Change[];
  /** Why it must not be written; empty when it may. */
  problems: Problem[];
}

/** Puts an environment's settings above those of the account. Neither argument is changed. */
export function planConfiguration(current: JsonObject, environment: JsonObject): ConfigurationPlan {
  const ours = isJsonObject(environment.ui_attributes) ? environment.ui_attributes : {};
  const uiAttributes = merge(current, ours);
  const read = validSettings(uiAttributes);
  return {
    uiAttributes,
    changes: changesBetween(current, uiAttributes, 'ui_attributes'),
    problems: read.ok ? [] : read.problems,
  };
}

const OWN_PATHS = [
  ['custom_data', 'serverless_functions_url'],
  ['custom_data', 'features', 'park_interaction'],
];

/** The account's `ui_attributes` without what is ours; a container that held nothing else goes too. */
export function withoutOwnSettings(uiAttributes: JsonObject): JsonObject {
  return OWN_PATHS.reduce(without, uiAttributes);
}

function without(object: JsonObject, path: readonly string[]): JsonObject {
  const [key = '', ...rest] = path;
  const { [key]: held, ...others } = object;
  if (rest.length === 0) return key in object ? others : object;
  if (!isJsonObject(held)) return object;
  const left = without(held, rest);
  if (left === held) return object;
  return Object.keys(left).length === 0 ? others : { ...object, [key]: left };
}

import { changesBetween, describeChange } from './changes';
import type { Change } from './changes';
import { featuresOf } from './features';
import { isJsonObject, merge } from './merge';
import type { JsonObject } from './merge';
import { FEATURE_KEYS, featureKeyIn, type FeatureKey } from './schema/feature-key';
import { SETTINGS } from './schema/park-interaction';
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

/**
 * Puts an environment's settings into the place of those in the account: what the files do not have goes. The address
 * of the Functions and whatever is not ours stay. Neither argument is changed.
 */
export function planConfiguration(current: JsonObject, environment: JsonObject): ConfigurationPlan {
  const ours = isJsonObject(environment.ui_attributes) ? environment.ui_attributes : {};
  const uiAttributes = merge(ownKeys(ours).map(pathOf).reduce(without, current), ours);
  const read = validSettings(uiAttributes);
  return {
    uiAttributes,
    changes: changesBetween(current, uiAttributes, 'ui_attributes'),
    problems: read.ok ? [] : read.problems,
  };
}

/** One line of the plan; what goes is not to be found in the files, so the line says where it is. */
export function describeAccountChange(change: Change): string {
  const line = describeChange(change);
  if (change.after !== undefined) return line;
  const [, name] = new RegExp(`\\.features\\.(?:${FEATURE_KEYS.join('|')})\\.([^.]+)`).exec(change.path) ?? [];
  const isKnown = name === undefined || Object.hasOwn(SETTINGS, name);
  return `${line} (in the account, not in the files${isKnown ? '' : '; not a setting of this version'})`;
}

/** The keys that are ours to empty: beside our own one, `park_interaction` is the public template's. */
function ownKeys(uiAttributes: JsonObject): readonly FeatureKey[] {
  const key = featureKeyIn(featuresOf(uiAttributes));
  return key === 'park_interaction' ? FEATURE_KEYS : [key];
}

const pathOf = (key: FeatureKey): string[] => ['custom_data', 'features', key];

/** The account's `ui_attributes` without what is ours; a container that held nothing else goes too. */
export function withoutOwnSettings(uiAttributes: JsonObject): JsonObject {
  const paths = [['custom_data', 'serverless_functions_url'], ...ownKeys(uiAttributes).map(pathOf)];
  return paths.reduce(without, uiAttributes);
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

import { isJsonObject } from './merge';
import type { JsonObject } from './merge';
import { FEATURE_KEYS, type FeatureKey } from './schema/feature-key';

/** `custom_data.features` of some `ui_attributes`; `{}` where there are none. */
export function featuresOf(uiAttributes: unknown): JsonObject {
  const customData = isJsonObject(uiAttributes) ? uiAttributes.custom_data : undefined;
  const features = isJsonObject(customData) ? customData.features : undefined;
  return isJsonObject(features) ? features : {};
}

/** What is common to all environments, with the feature's settings under the key that this environment has them under. */
export function commonFor(environment: JsonObject, common: JsonObject): JsonObject {
  const key = keyIn(environment);
  const held = keyIn(common);
  if (!key || !held || key === held) return common;
  const { [held]: settings, ...others } = featuresOf(common.ui_attributes);
  return withFeatures(common, { ...others, [key]: settings });
}

function keyIn(configuration: JsonObject): FeatureKey | undefined {
  const features = featuresOf(configuration.ui_attributes);
  return FEATURE_KEYS.findLast((key) => key in features);
}

function withFeatures(configuration: JsonObject, features: JsonObject): JsonObject {
  const uiAttributes = isJsonObject(configuration.ui_attributes) ? configuration.ui_attributes : {};
  const customData = isJsonObject(uiAttributes.custom_data) ? uiAttributes.custom_data : {};
  return { ...configuration, ui_attributes: { ...uiAttributes, custom_data: { ...customData, features } } };
}

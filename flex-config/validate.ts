import { featuresOf } from './features';
import { isJsonObject, merge } from './merge';
import type { JsonObject } from './merge';
import { FEATURE_KEYS } from './schema/feature-key';
import { validSettings } from './schema/park-interaction-settings';
import type { Problem } from './schema/problems';

/** What may stand in an environment's files, from the outside in. Everything else in an account belongs to others. */
const OURS = [
  { path: [], allowed: ['ui_attributes'] },
  { path: ['ui_attributes'], allowed: ['custom_data'] },
  { path: ['ui_attributes', 'custom_data'], allowed: ['serverless_functions_url', 'features'] },
  { path: ['ui_attributes', 'custom_data', 'features'], allowed: FEATURE_KEYS },
];

/** Stands in for the address that an account has already, or that `npm run deploy` will write. */
const ADDRESS_TO_COME: JsonObject = {
  ui_attributes: { custom_data: { serverless_functions_url: 'https://to-come.twil.io' } },
};

/** Everything wrong in one merged configuration; empty when it may be used as it is. */
export function validateConfiguration(configuration: JsonObject): Problem[] {
  const read = validSettings(configuration.ui_attributes);
  return [
    ...OURS.flatMap((place) => strangers(configuration, place)),
    ...bothKeys(configuration),
    ...(read.ok ? [] : read.problems),
  ];
}

/** The same for an environment's files, which may leave the address of the Functions to the account. */
export function validateEnvironment(configuration: JsonObject): Problem[] {
  return validateConfiguration(merge(ADDRESS_TO_COME, configuration));
}

function bothKeys({ ui_attributes }: JsonObject): Problem[] {
  const features = featuresOf(ui_attributes);
  if (!FEATURE_KEYS.every((key) => key in features)) return [];
  const message = 'is the public template’s while conversation_parking is there: set it in the template’s own files';
  return [{ path: 'ui_attributes.custom_data.features.park_interaction', message }];
}

function strangers(
  configuration: JsonObject,
  { path, allowed }: { path: string[]; allowed: readonly string[] },
): Problem[] {
  const place = path.reduce<unknown>((held, key) => (isJsonObject(held) ? held[key] : undefined), configuration);
  if (!isJsonObject(place)) return [];
  return Object.keys(place)
    .filter((key) => !allowed.includes(key))
    .map((key) => ({
      path: [...path, key].join('.'),
      message: `is not ours to set; allowed here are ${allowed.join(', ')}`,
    }));
}

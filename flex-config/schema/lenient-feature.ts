import { parkInteraction, queueOverrides, SETTINGS, type ParkInteraction } from './park-interaction';
import { wrongPlaces, type WrongPlace } from './problems';

type JsonObject = Record<string, unknown>;

/** The settings without what is wrong in them, and what that was. */
export interface LenientFeature {
  values: ParkInteraction;
  wrong: (WrongPlace & { instead: string })[];
}

/** Whatever is wrong is as if it were not there: an unknown key, a value, one text of a map, one setting of a queue. */
export function lenientFeature(feature: JsonObject): LenientFeature {
  const parsed = parkInteraction.safeParse(feature);
  if (parsed.success) return { values: parsed.data, wrong: [] };
  const wrong = wrongPlaces(parsed.error.issues, allowedAt);
  const right = wrong.reduce((left, { path }) => without(left, path), feature);
  return {
    values: parkInteraction.safeParse(right).data ?? parkInteraction.parse({}),
    wrong: wrong.map((place) => ({ ...place, instead: insteadOf(place.path) })),
  };
}

/** The keys that may stand at a path where an unknown one was found. */
function allowedAt(path: readonly string[]): string[] {
  return Object.keys(path.includes('queues') ? queueOverrides.shape : parkInteraction.shape);
}

function insteadOf([name = '', ...rest]: readonly string[]): string {
  const setting = Object.entries(SETTINGS).find(([known]) => known === name)?.[1];
  if (!setting) return 'it is ignored';
  if (name === 'queues' && rest.length > 0) return 'what is set for all queues counts';
  const isOneOfMany = rest.length > 0 && !Array.isArray(setting.byDefault);
  return isOneOfMany ? 'it is left out' : `its default ${JSON.stringify(setting.byDefault)} counts`;
}

/** A list is wrong as a whole. */
function without(held: JsonObject, [key = '', ...rest]: readonly string[]): JsonObject {
  if (!Object.hasOwn(held, key)) return held;
  const { [key]: inner, ...others } = held;
  return rest.length > 0 && isJsonObject(inner) ? { ...others, [key]: without(inner, rest) } : others;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

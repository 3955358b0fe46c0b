export type JsonObject = Record<string, unknown>;

/** A number that is kept as its text, for all its digits, is an object of a class and no JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A new object with the keys of both. Objects are merged key by key; anything else in `higher`, arrays too, replaces. */
export function merge(lower: JsonObject, higher: JsonObject): JsonObject {
  const merged = Object.entries(higher).map(([key, value]): [string, unknown] => {
    const below = lower[key];
    return [key, isJsonObject(below) && isJsonObject(value) ? merge(below, value) : value];
  });
  return Object.fromEntries([...Object.entries(lower), ...merged]);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * TaskRouter deletes a task that has been assigned for 24 hours, and nobody can change that limit.
 * Source: twilio.com/docs/taskrouter/limits
 */
export const EXPIRES_AFTER_MS = 24 * HOUR_MS;
/** From here on saving the conversation comes before everything else. */
export const EXPIRES_SOON_AFTER_MS = 23 * HOUR_MS;
export const PARK_AFTER_MS = EXPIRES_SOON_AFTER_MS + 30 * MINUTE_MS;
/** Whoever is writing gets a little longer. */
export const PARK_AT_LAST_AFTER_MS = PARK_AFTER_MS + 20 * MINUTE_MS;
/** Longer in a queue than this, and the task's own age says nothing about how long it has been assigned. */
const WAITED_LONG_MS = 22 * HOUR_MS;

/**
 * Twilio's limit is that of the assigned state; counting from the task's creation is the safe side of it. A task that
 * was in a queue for most of a day would be parked as soon as it is accepted, so it counts from its offer.
 */
export function expiryCountsFromMs({ cameAtMs, createdAtMs }: { cameAtMs: number; createdAtMs: number }): number {
  return cameAtMs - createdAtMs > WAITED_LONG_MS ? cameAtMs : createdAtMs;
}

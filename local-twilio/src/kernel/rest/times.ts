/** How values look in answers. */
export const iso = (ms: number): string => new Date(ms).toISOString();
/** Twilio's older products leave out the milliseconds. */
export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoSeconds(ms));

/** How values look in answers. */
export const iso = (ms: number): string => new Date(ms).toISOString();
/** Twilio's older products leave out the milliseconds. */
export const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoSeconds(ms));

/** As api.twilio.com and API keys have it: `Thu, 26 Nov 2026 22:00:00 +0000`. */
export const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** ISO text, as the JSON of Sync, Conversations and Flex has it. */
export const isoTime = (atMs: number): string => new Date(atMs).toISOString();

/** Unix seconds, as the event bridge has it. */
export const unixSeconds = (atMs: number): number => Math.floor(atMs / 1000);

import { utcToZonedTime, zonedTimeToUtc } from 'date-fns-tz';

export * from 'date-fns-tz';
/** Flex uses the names of version 3; version 2 is installed. */
export const toZonedTime = utcToZonedTime;
export const fromZonedTime = zonedTimeToUtc;

import { createHash } from 'node:crypto';

/** A Twilio SID: a two letter prefix and 32 hex digits. */
export type Sid<Prefix extends string> = `${Prefix}${string}`;

export interface SidFactory {
  /** The next SID of that kind; the same seed gives the same SIDs in the same order. */
  next<Prefix extends string>(prefix: Prefix): Sid<Prefix>;
}

const hex32 = (text: string): string => createHash('md5').update(text).digest('hex');

export function seededSids(seed: string): SidFactory {
  let count = 0;
  return { next: (prefix) => `${prefix}${hex32(`${seed}:${prefix}:${count++}`)}` };
}

/** A SID that depends on a name only, so that it survives a restart (browsers keep SIDs). */
export function namedSid<Prefix extends string>(prefix: Prefix, name: string): Sid<Prefix> {
  return `${prefix}${hex32(`${prefix}:${name}`)}`;
}

import type { Unknown } from './unknown';

/** Of the account, its keys and Sync; only one behaviour is here. */
export const ofAccount: readonly Unknown[] = [
  {
    what: 'A Standard API key that asks for the account or for keys',
    here: 'is refused with 20003, as a wrong key is',
    otherwise: 'a code of its own',
    matters: 'telling a wrong key from one that may not',
    confirmed: null,
  },
  {
    what: 'A message that a browser publishes to a Sync stream it follows',
    here: 'comes back to it, as to all who follow the stream',
    otherwise: 'is told to the others only',
    matters: 'handlers that do not look at isLocal',
    confirmed: null,
  },
  {
    what: 'A change of a Sync object that changes nothing (54010), and the form of the ETag',
    here: 'is refused for every update; the ETag is the revision in quotes, and If-Match is read with and without',
    otherwise: 'is refused for some, or raises the revision; other forms',
    matters: 'touching an object to see whether it is there',
    confirmed: null,
  },
];

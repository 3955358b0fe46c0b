import { z } from 'zod';

import type { Site } from '../site';
import { described, get, isOk, must, saw, until, wait, type Steps } from '../steps';
import { syncUrl } from '../urls';
import type { Group } from './group';

const TTL_SECONDS = 5;
const DOCUMENTS = 3;
/** What is there for so long after its end is late; below that it is the network. */
const ON_TIME_WITHIN_MS = 5_000;
/** "Up to minutes away from the moment of expiry": twilio.com/docs/sync/objects-ttl */
const WATCH_FOR_MS = 6 * 60_000;
const LOOK_EVERY_MS = 5_000;

const made = z.object({ sid: z.string() });

function* askOfCodes({ syncSid }: Site): Steps {
  const reply = yield* get(`${syncUrl(syncSid)}/Documents/missing`);
  yield* saw({ question: 'missingInSync', position: described(reply) });
}

function* askOfTtl({ syncSid }: Site): Steps {
  const documents = `${syncUrl(syncSid)}/Documents`;
  const sids: string[] = [];
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const { sid } = yield* must({ method: 'POST', url: documents, form: { Ttl: String(TTL_SECONDS) } }, made);
    sids.push(sid);
  }
  const { atMs: beganMs } = yield* wait(TTL_SECONDS * 1000 + ON_TIME_WITHIN_MS);
  const endedMs = beganMs - ON_TIME_WITHIN_MS;
  const late: string[] = [];
  for (const sid of sids) {
    const url = `${documents}/${sid}`;
    const reply = yield* get(url);
    if (reply.status === 404) yield* saw({ question: 'syncExpiry', position: 'on-time' });
    else if (isOk(reply)) late.push(url);
    else yield* saw({ question: 'syncExpiry', odd: `was answered ${described(reply)}` });
  }
  for (const url of late) yield* saw({ question: 'syncExpiry', position: 'late', found: yield* howLate(url, endedMs) });
}

function* howLate(url: string, endedMs: number): Steps<string> {
  const goneMs = yield* until({ method: 'GET', url }, ({ status, atMs }) => (status === 404 ? atMs : undefined), {
    withinMs: WATCH_FOR_MS,
    everyMs: LOOK_EVERY_MS,
  });
  if (goneMs === undefined) return `more than ${WATCH_FOR_MS / 60_000} minutes`;
  return `about ${Math.round((goneMs - endedMs) / 1000)} s`;
}

export const sync: Group = {
  title: 'Sync',
  questions: ['missingInSync', 'syncExpiry'],
  makes: 'three documents that live for five seconds',
  seconds: 30,
  repeats: false,
  *ask(site) {
    yield* askOfCodes(site);
    yield* askOfTtl(site);
  },
};

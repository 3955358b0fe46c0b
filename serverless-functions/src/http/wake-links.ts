import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { WakeLinks } from '../parking/ports';

/** Of the Function that takes events. */
const PATH = '/webhooks/wake-by-event';

/** Less can be guessed. */
export const WAKE_LINK_SECRET_MIN_CHARS = 32;

type ParkOfLink = Parameters<WakeLinks['pathFor']>[0];

/** Links signed with a secret of the Functions, which no browser ever sees. */
export function createWakeLinks(secret: string | undefined): WakeLinks {
  if (secret === undefined) return { pathFor: () => undefined, check: () => 'off' };
  return {
    pathFor({ conversationSid, parkId }) {
      const token = tokenOf({ conversationSid, parkId }, secret);
      return `${PATH}?${new URLSearchParams({ conversationSid, parkId, token }).toString()}`;
    },
    check: (park, token) => (isSame(token, tokenOf(park, secret)) ? 'genuine' : 'wrong'),
  };
}

/** The first words keep it apart from whatever else may be signed with this secret one day. */
function tokenOf({ conversationSid, parkId }: ParkOfLink, secret: string): string {
  return createHmac('sha256', secret).update(`wake-link:${conversationSid}:${parkId}`).digest('base64url');
}

/** In constant time, whatever the length. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(expected));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

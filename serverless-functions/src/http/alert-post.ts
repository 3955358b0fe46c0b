import { createHmac } from 'node:crypto';

import type { AlertPost } from '../parking/ports';

/** A shorter one could be guessed. */
export const ALERT_SECRET_MIN_CHARS = 32;

export const SIGNATURE_HEADER = 'X-Parking-Signature';
const ANSWER_WITHIN_MS = 1_500;

interface Parts {
  /** Signs what is sent; undefined: the Functions have no usable one, and nothing is sent. */
  secret: string | undefined;
  nowMs(): number;
  fetch: typeof globalThis.fetch;
}

/** One POST, to an address that an admin has chosen. It follows no redirect, which could lead anywhere. */
export function createAlertPost({ secret, nowMs, fetch }: Parts): AlertPost {
  const usableSecret = () => {
    if (secret === undefined) throw new Error('the Functions have no ALERT_SECRET: deploy again');
    return secret;
  };
  return {
    ensureReady: () => void usableSecret(),
    async send(url, body) {
      const text = JSON.stringify(body);
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          [SIGNATURE_HEADER]: signatureOf(text, { secret: usableSecret(), nowMs: nowMs() }),
        },
        body: text,
        redirect: 'manual',
        // A request that nobody waits for any more must not leave a frozen container later.
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!answer.ok) throw new Error(`the alert was answered ${answer.status}`);
    },
  };
}

/**
 * `t=<seconds since 1970>,v1=<HMAC-SHA256 in hex>` over `<t>.<body>`: whoever checks it can refuse what is old, and
 * nobody without the secret can make one.
 */
export function signatureOf(body: string, { secret, nowMs }: { secret: string; nowMs: number }): string {
  const seconds = Math.floor(nowMs / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

import type { RequestHandler } from 'express';

const LOOPBACK = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/**
 * Whether a request comes from this machine's own pages or tools. A page of somebody else, open in the same browser,
 * reaches loopback too: it shows as a foreign Origin, or (DNS rebinding) as a foreign Host.
 */
export function isOwn({ host, origin }: Asking): boolean {
  if (!LOOPBACK.test(host ?? '')) return false;
  return origin === undefined || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));
}

export const ownPagesOnly: RequestHandler = ({ headers }, response, next) => {
  if (isOwn(headers)) return next();
  response.status(403).json({ code: 'foreign-origin', message: 'Only pages and tools of this machine may ask this' });
};

import type { RequestHandler } from 'express';

const LOOPBACK = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

interface Asking {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly referer?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly 'sec-fetch-mode'?: string | string[] | undefined;
  readonly 'sec-fetch-dest'?: string | string[] | undefined;
}

const isOnLoopback = (url: string): boolean => URL.canParse(url) && LOOPBACK.test(new URL(url).host);

/** Browsers send no Origin with a picture, a script or a frame of another site, but say that it is one. */
function isForeignPart({ referer, ...headers }: Asking): boolean {
  if (headers['sec-fetch-site'] !== 'cross-site') return false;
  // A link that somebody follows; in a frame it is no document.
  if (headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document') return false;
  return referer === undefined || !isOnLoopback(referer);
}

/**
 * Whether a request comes from this machine's own pages or tools. A page of somebody else, open in the same browser,
 * reaches loopback too: it shows as a foreign Origin, or (DNS rebinding) as a foreign Host.
 */
export function isOwn(asking: Asking, domains: readonly string[] = []): boolean {
  const { host = '', origin } = asking;
  if (!LOOPBACK.test(host) && !domains.includes(host)) return false;
  return origin === undefined ? !isForeignPart(asking) : isOnLoopback(origin);
}

/** Refuses what pages of somebody else ask; the given names are served beside those of loopback. */
export const ownPagesAnd =
  (...domains: readonly string[]): RequestHandler =>
  ({ headers }, response, next) => {
    if (isOwn(headers, domains)) return next();
    response.status(403).json({ code: 'foreign-origin', message: 'Only pages and tools of this machine may ask this' });
  };

export const ownPagesOnly: RequestHandler = ownPagesAnd();

/** A page of somebody else that shows ours in a frame could have an agent click on it without knowing. */
export const framedByOwnPages: RequestHandler = (_request, response, next) => {
  const own = ["'self'", 'http://localhost:*', 'http://*.localhost:*', 'http://127.0.0.1:*'];
  response.setHeader('Content-Security-Policy', `frame-ancestors ${own.join(' ')}`);
  next();
};

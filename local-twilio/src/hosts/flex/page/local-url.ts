const TWILIO_HOST = /(^|\.)(twilio\.com|twiliocdn\.com|ytica\.com|twil\.io)$/;

/**
 * Where a request for a Twilio host really goes: `/__twilio/<host>/<path>` on the page's own origin, so there is
 * neither CORS nor TLS. Null for every other address, which is left alone.
 */
export function localUrl(address: string, page: { readonly href: string }, socket = false): string | null {
  const own = new URL(page.href);
  const wanted = parsed(address, own);
  if (!wanted || wanted.host === own.host || !TWILIO_HOST.test(wanted.hostname)) return null;
  if (!/^(https?|wss?):$/.test(wanted.protocol)) return null;
  const secure = own.protocol === 'https:';
  const protocol = socket ? (secure ? 'wss:' : 'ws:') : own.protocol;
  return `${protocol}//${own.host}/__twilio/${wanted.host}${wanted.pathname}${wanted.search}`;
}

function parsed(address: string, base: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

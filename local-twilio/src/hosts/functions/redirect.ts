import http from 'node:http';
import https from 'node:https';
import { isFunctions, isOfPages, isTwilio } from './twilio-hosts';

type Request = typeof https.request;
type Callback = (response: http.IncomingMessage) => void;

interface Wanted {
  readonly options: http.RequestOptions;
  readonly callback: Callback | undefined;
}

/** Node accepts (url, options, callback), (url, callback) and (options, callback). */
function readArguments(given: readonly unknown[]): Wanted {
  const [first, second, third] = given;
  const url = typeof first === 'string' ? new URL(first) : first instanceof URL ? first : null;
  const callback = [second, third].find((one): one is Callback => typeof one === 'function');
  const object = url ? second : first;
  const options: http.RequestOptions = typeof object === 'object' && object !== null ? object : {};
  return { options: { ...(url ? optionsOf(url) : {}), ...options }, callback };
}

function optionsOf({ hostname, port, pathname, search, username, password }: URL): http.RequestOptions {
  const auth = username ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` } : {};
  return { hostname, port, path: `${pathname}${search}`, ...auth };
}

/**
 * Leads every HTTPS request of this process for *.twilio.com to a port on this machine; the Host header stays, so
 * that one port serves all of Twilio. The SDK and twilio-flex-token-validator both end in https.request.
 * With `functions`, requests for *.twil.io go there too, in the way of the pages, as those do that only pages make.
 * Call the answer to take it away again.
 */
export function redirectTwilio(port: number, { functions = false } = {}): () => void {
  const original: Request = https.request;
  const originalGet = https.get;
  const redirected = (...given: unknown[]): http.ClientRequest => {
    const { options, callback } = readArguments(given);
    const host = options.hostname ?? String(options.host ?? '').split(':')[0] ?? '';
    if (!isTwilio(host) && !(functions && isFunctions(host))) return Reflect.apply(original, https, given);
    const asPage = isFunctions(host) || isOfPages(host);
    return http.request(
      {
        method: options.method,
        path: asPage ? `/__twilio/${host}${options.path ?? '/'}` : options.path,
        auth: options.auth,
        timeout: options.timeout,
        hostname: '127.0.0.1',
        port,
        headers: { ...options.headers, host: asPage ? `localhost:${port}` : host },
      },
      callback,
    );
  };
  https.request = redirected;
  https.get = (...given: unknown[]) => redirected(...given).end();
  return () => {
    https.request = original;
    https.get = originalGet;
  };
}

import http from 'node:http';
import type { RequestHandler } from 'express';

interface ElsewhereOptions {
  /** What asks its own domain comes back to it. */
  readonly domainName: string;
  readonly gatewayPort: () => number | undefined;
}

/** `/__twilio/<host>/<path>`: what a Function asks of Twilio besides REST, as the pages do. */
export function elsewhere({ domainName, gatewayPort }: ElsewhereOptions): RequestHandler {
  return (request, response, next) => {
    const [, host, path] = /^\/__twilio\/([^/?]+)(.*)$/.exec(request.url) ?? [];
    if (host === undefined) return next();
    if (host === domainName) {
      request.url = path?.startsWith('/') ? path : `/${path ?? ''}`;
      return next();
    }
    const port = gatewayPort();
    if (port === undefined) return void response.status(502).type('text').send(`${host} is not served here`);
    const { method, url, headers } = request;
    const passed = http.request(
      { hostname: '127.0.0.1', port, method, path: url, headers: { ...headers, host: `localhost:${port}` } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  };
}

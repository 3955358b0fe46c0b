import http from 'node:http';
import type { Request, Response } from 'express';
import { whyUnreadable } from './cors';

/**
 * Passes a page's request on to the Functions host, as if it had gone to that domain. What a browser would refuse to a
 * page of another origin breaks off, as it would there, and `onRefused` hears why.
 */
export function functionsProxy(domainName: string, port: () => number | undefined, onRefused: (line: string) => void) {
  return (request: Request, response: Response, path: string): void => {
    const target = port();
    if (target === undefined) return void response.status(502).type('text').send('No Functions are running');
    const forwarded = http.request(
      {
        hostname: '127.0.0.1',
        port: target,
        method: request.method,
        path,
        headers: { ...request.headers, host: domainName },
      },
      (answer) => {
        const why = whyUnreadable(request.headers, answer.headers);
        if (why !== undefined) {
          onRefused(`Refused as in a browser: ${request.method} https://${domainName}${path}: ${why}`);
          answer.resume();
          return void response.destroy();
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => {
      if (!response.headersSent) response.status(502).type('text').send('The Functions do not answer');
      else response.destroy();
    });
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  };
}

import http from 'node:http';
import type { Request, Response } from 'express';

/** Passes a page's request on to the Functions host, as if it had gone to that domain. */
export function functionsProxy(domainName: string, port: () => number | undefined) {
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

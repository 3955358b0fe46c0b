import express from 'express';
import type { RequestHandler } from 'express';
import type { Dispatch } from '../calls';

/** Serves every request whose Host header ends with .twilio.com from there; others go on. */
export function restMiddleware(twilio: { readonly dispatch: Dispatch }): RequestHandler {
  const readText = express.text({ type: () => true, limit: '2mb' });
  return (request, response, next) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    if (!host.endsWith('.twilio.com')) return next();
    readText(request, response, (problem?: unknown) => {
      if (problem) return next(problem);
      const url = new URL(request.originalUrl, `https://${host}`);
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const body = typeof request.body === 'string' ? request.body : '';
      twilio
        .dispatch({
          method: request.method,
          host,
          path: url.pathname,
          query: readQuery(url.searchParams),
          headers,
          body,
        })
        .then((answer) => {
          response.status(answer.status).set(answer.headers);
          if (answer.status === 204) response.end();
          else response.send(JSON.stringify(answer.body));
        })
        .catch(next);
    });
  };
}

/** A name that comes twice becomes a list. */
export function readQuery(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

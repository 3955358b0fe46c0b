import type { Request, RequestHandler, Response } from 'express';
import type { Dispatch, TwilioResponse } from '../calls';
import { errorBody, TwilioError } from '../errors';
import { isMultipart } from '../multipart';
import { bytesReader } from '../read-bytes';

const readBody = bytesReader('2mb');
/** Assets are up to 25 MB: https://support.twilio.com/hc/en-us/articles/360019105433 */
const readUpload = bytesReader('26mb');

/** Serves every request whose Host header ends with .twilio.com from there; others go on. */
export function restMiddleware(twilio: { readonly dispatch: Dispatch }): RequestHandler {
  return (request, response, next) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    if (!host.endsWith('.twilio.com')) return next();
    answerOf(twilio.dispatch, host, { request, response })
      .then(({ status, headers, body }) => {
        response.status(status).set(headers);
        if (status === 204) response.end();
        else response.send(JSON.stringify(body));
      })
      .catch(next);
  };
}

interface HttpExchange {
  readonly request: Request;
  readonly response: Response;
}

async function answerOf(
  dispatch: Dispatch,
  host: string,
  { request, response }: HttpExchange,
): Promise<TwilioResponse> {
  const url = new URL(request.originalUrl, `https://${host}`);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const hasFiles = isMultipart(headers['content-type']);
  try {
    const bytes = await (hasFiles ? readUpload : readBody)(request, response);
    return await dispatch({
      method: request.method,
      host,
      path: url.pathname,
      query: readQuery(url.searchParams),
      headers,
      body: bytes.toString('utf8'),
      ...(hasFiles && { bytes }),
    });
  } catch (error) {
    if (error instanceof TwilioError) return refusal(error);
    throw error;
  }
}

const refusal = (error: TwilioError): TwilioResponse => ({
  status: error.status,
  headers: { 'content-type': 'application/json;charset=utf-8' },
  body: errorBody(error),
});

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

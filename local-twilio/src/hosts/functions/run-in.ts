import type { RequestHandler } from 'express';
import type { OnLog } from './container/container';
import type { Containers } from './container/containers';

/** Every answer of status 5xx is this one in Twilio's debugger. */
const FUNCTION_ERROR = 'error 82002, https://www.twilio.com/docs/api/errors/82002';

/** Of what a proxy receives, these are about its own connection, or about the body before it was read. */
const NOT_PASSED_ON = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'expect',
]);

/** Has the containers run what was asked; its body was read before, as bytes. */
export function runIn(containers: Containers, onLog: OnLog): RequestHandler {
  return (request, response, next) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const kept = Object.entries(request.headers).filter(([name]) => !NOT_PASSED_ON.has(name));
    const headers = { ...Object.fromEntries(kept), ...(body.length > 0 && { 'content-length': body.length }) };
    const { method, url, path } = request;
    containers
      .ask({ method, url, headers, body })
      .then((outcome) => {
        switch (outcome.kind) {
          case 'answered':
            return void response.writeHead(outcome.status, outcome.headers).end(outcome.body);
          case 'late':
            // https://www.twilio.com/docs/serverless/functions-assets/faq
            onLog(`${path}: it took too long and was ended (${FUNCTION_ERROR})`, true);
            return void response.status(504).type('text/plain').send('Runtime application timed out');
          case 'lost':
          case 'not-begun':
            onLog(`${path}: its process ended before it answered (${FUNCTION_ERROR})`, true);
            return void response.status(500).json({ name: 'Error', message: 'The process ended before it answered' });
        }
      })
      .catch(next);
  };
}

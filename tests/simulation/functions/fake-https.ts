import { EventEmitter } from 'node:events';

import type { TwilioRequest, TwilioResponse } from '../../../local-twilio/src/kernel/calls';

interface RequestOptions {
  readonly hostname: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

class Incoming extends EventEmitter {
  setEncoding(): void {}
}

/** Stands for Node's `https` as far as twilio-flex-token-validator uses it. */
export function fakeHttps(send: (request: TwilioRequest) => Promise<TwilioResponse>) {
  return {
    request({ hostname, path, method, headers }: RequestOptions, onResponse: (response: Incoming) => void) {
      const outgoing = new EventEmitter();
      let body = '';
      const run = async () => {
        const incoming = new Incoming();
        try {
          const response = await send({ method, host: hostname, path, query: {}, headers: lowered(headers), body });
          onResponse(incoming);
          incoming.emit('data', response.status === 503 ? 'Service Unavailable' : JSON.stringify(response.body));
          incoming.emit('end');
        } catch (error) {
          outgoing.emit('error', error);
        }
      };
      return Object.assign(outgoing, {
        write: (text: string) => {
          body += text;
        },
        end: () => void run(),
      });
    },
  };
}

function lowered(headers: RequestOptions['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

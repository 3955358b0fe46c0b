import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { NUMBER_HEADER } from './messages';

interface Invocation {
  /** Of the Function, such as /webhooks/message-added. */
  readonly path: string;
  readonly response: ServerResponse;
}

const invocations = new AsyncLocalStorage<Invocation>();

/** Whose code runs, timers and promises that nobody waits for included. */
export const currentInvocation = (): Invocation | undefined => invocations.getStore();

export interface Doorway {
  readonly listener: RequestListener;
  /** Lets the request with that number in. */
  begin(number: string): void;
}

/** Nothing of a Function runs before its request may begin, so that it never runs in two containers. */
export function doorway(runtime: RequestListener, onArrived: (number: string) => void): Doorway {
  const waiting = new Map<string, () => void>();
  return {
    listener(request, response) {
      const number = takeNumber(request);
      const [path = '/'] = (request.url ?? '/').split('?');
      waiting.set(number, () => invocations.run({ path, response }, () => runtime(request, response)));
      response.on('close', () => waiting.delete(number));
      onArrived(number);
    },
    begin(number) {
      const run = waiting.get(number);
      waiting.delete(number);
      run?.();
    },
  };
}

function takeNumber(request: IncomingMessage): string {
  const number = String(request.headers[NUMBER_HEADER]);
  delete request.headers[NUMBER_HEADER];
  const at = request.rawHeaders.indexOf(NUMBER_HEADER);
  if (at >= 0) request.rawHeaders.splice(at, 2);
  return number;
}

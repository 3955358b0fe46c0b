import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { createRealtime } from '../../../local-twilio/src/gateways/browser/realtime';
import { decodeFrame, encodeFrame } from '../../../local-twilio/src/gateways/browser/twilsock/frame';
import type { World } from '../../../local-twilio/src/account/world';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A browser page of somebody who is logged in, as the SDKs of Sync and Conversations use it. */
export interface Page {
  /** `host` and path, with a query: `cds.us1.twilio.com/v3/Maps/x/Items?PageSize=2`. */
  get(address: string): Promise<Answer>;
  /** Follows a Sync object from now on; what is said of it comes in `heard`. */
  follow(object: { readonly sid: string; readonly kind: 'map' | 'list' | 'document' }): Promise<void>;
  readonly heard: readonly { readonly event_type?: string; readonly event?: unknown }[];
}

/** Browser pages on an account, with no port and no network between them. */
export function pagesOf(world: World) {
  const realtime = createRealtime({
    world,
    plugins: { list: () => [] },
    features: [],
    onUnknown: (what) => {
      throw new Error(`Not served: ${what}`);
    },
    onFailure: (_what, error) => {
      throw error;
    },
  });
  return {
    settled: () => realtime.settled(),
    close: () => realtime.close(),
    open(username: string): Page {
      const heard: { event_type?: string }[] = [];
      const send = (one: string | Buffer) => {
        const frame = Buffer.isBuffer(one) ? decodeFrame(one) : undefined;
        if (frame?.header.method === 'notification') heard.push(JSON.parse(frame.payload) as { event_type?: string });
      };
      const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, send });
      const { token } = world.iam.issueToken(username);
      const page = { host: 'tsock.us1.twilio.com', path: '/', token, desktop: username };
      realtime.connect(socket as unknown as WebSocket, page);
      const say = (header: Parameters<typeof encodeFrame>[0], body?: string) =>
        socket.emit('message', encodeFrame(header, body));
      say({ method: 'init', id: 'init', token });
      return {
        heard,
        async get(address) {
          const { host, pathname: path, searchParams } = new URL(`https://${address}`);
          const answered = await realtime.answer({
            ...{ host, method: 'GET', path, query: Object.fromEntries(searchParams), desktop: username },
            ...{ headers: { 'x-twilio-token': token }, body: Buffer.alloc(0) },
          });
          if (!('body' in answered)) throw new Error('No JSON');
          return answered;
        },
        async follow({ sid, kind }) {
          const http_request = { host: 'cds.us1.twilio.com', method: 'POST', path: '/v4/Subscriptions' };
          const requests = [{ object_sid: sid, object_type: kind }];
          say({ method: 'message', id: sid, http_request }, JSON.stringify({ action: 'establish', requests }));
          await new Promise(setImmediate);
        },
      };
    },
  };
}

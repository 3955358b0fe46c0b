import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { OnFailure } from '../../../kernel/failures';
import type { Latency } from '../../../kernel/latency';
import type { FlexToken } from '../../../services/iam/entities';
import type { BrowserAnswer, BrowserRequest } from '../../../kernel/browser/exchange';
import type { Follower } from '../../../kernel/browser/follower';
import { decodeFrame, encodeFrame, type OutgoingHeader, type TwilsockFrame } from './frame';
import { requestInFrame } from './request-in-frame';

/** One twilsock connection of a page. */
export type TwilsockSession = Follower;

export interface TwilsockOptions {
  readonly desktop: string;
  /** Changes with every start of the server: it keys the clients' cache of Sync descriptors. */
  readonly storageId: string;
  readonly findToken: (token: string) => FlexToken | undefined;
  readonly answer: (request: BrowserRequest) => Promise<BrowserAnswer>;
  readonly latency: Latency;
  readonly onClose: (session: TwilsockSession) => void;
  /** Told of an error that no answer can tell, such as one after the answer. */
  readonly onFailure: OnFailure;
}

const initShape = z.object({
  token: z.string(),
  registrations: z.array(z.object({ product: z.string() }).passthrough()).nullish(),
});

/** Speaks twilsock on an open socket. Garbage is ignored, never fatal. */
export function openTwilsock(socket: WebSocket, options: TwilsockOptions): TwilsockSession {
  let viewer: FlexToken | undefined;
  let product: string | undefined;
  const send = (header: OutgoingHeader, payload?: unknown) => {
    // As it is now: what is sent later must not change meanwhile.
    const frame = encodeFrame(header, payload === undefined ? '' : JSON.stringify(payload));
    options.latency.send(() => {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    });
  };
  const reply = (id: string, extra: Record<string, unknown> = {}, payload?: unknown) =>
    send({ method: 'reply', id, status: { code: 200, status: 'OK' }, ...extra }, payload);

  const session: TwilsockSession = {
    get viewer() {
      return viewer;
    },
    get product() {
      return product;
    },
    subscriptions: new Set(),
    notify: (messageType, payload) =>
      send({ method: 'notification', id: `TM${randomUUID()}`, message_type: messageType }, payload),
  };

  const init = (frame: TwilsockFrame) => {
    const parsed = initShape.safeParse(frame.header);
    viewer = parsed.success ? options.findToken(parsed.data.token) : undefined;
    product = parsed.success ? parsed.data.registrations?.[0]?.product : undefined;
    if (viewer) return reply(frame.header.id, initAnswer(options.storageId));
    return send({ method: 'reply', id: frame.header.id, ...unauthorized }, unauthorizedBody);
  };

  const message = async (frame: TwilsockFrame) => {
    const request = requestInFrame(frame, session, options.desktop);
    if (!request) return reply(frame.header.id);
    const answer = await options.answer(request);
    const status = { code: answer.status, status: STATUS_CODES[answer.status] ?? '' };
    reply(frame.header.id, { http_status: status, http_headers: {} }, 'body' in answer ? (answer.body ?? {}) : {});
    if ('body' in answer) answer.afterwards?.();
  };

  socket.on('message', (data: Buffer) => {
    const frame = Buffer.isBuffer(data) ? decodeFrame(data) : undefined;
    if (!frame) return;
    switch (frame.header.method) {
      case 'init':
        return void init(frame);
      case 'message':
        return void message(frame).catch((error: unknown) => options.onFailure('a twilsock message', error));
      case 'close':
        return socket.close();
      case 'reply':
        return;
      case 'update':
        viewer = options.findToken(updatedToken(frame) ?? '') ?? viewer;
        return void reply(frame.header.id);
      default:
        return void reply(frame.header.id);
    }
  });
  socket.on('close', () => options.onClose(session));
  return session;
}

const unauthorized = {
  status: { code: 401, status: 'UNAUTHORIZED', description: 'Token is not valid', errorCode: 20104 },
};
const unauthorizedBody = { status: 401, code: 20104, message: 'Token is not valid' };

function updatedToken(frame: TwilsockFrame): string | undefined {
  const token = frame.header['token'];
  return typeof token === 'string' ? token : undefined;
}

function initAnswer(storageId: string): Record<string, unknown> {
  const storage = { storage_id: storageId };
  return {
    continuation_token: `local-${randomUUID()}`,
    continuation_token_status: { reissued: true },
    capabilities: ['client_update', 'offline_storage', 'telemetry.v1'],
    offline_storage: { data_sync: storage, ip_messaging: storage, flex_insights: storage },
    init_registrations: [],
    debug_info: {},
  };
}

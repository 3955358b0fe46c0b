import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { WebSocketServer, type WebSocket } from 'ws';
import { guarded, throwFailure, type OnFailure } from '../kernel/failures';

/** A websocket that a page wants to open. */
export interface SocketRequest {
  /** Path and query. */
  readonly url: URL;
  readonly hostHeader: string | undefined;
  /** The page's; tools send none. */
  readonly origin: string | undefined;
}

export interface LocalServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly handlers: readonly RequestHandler[];
  readonly onSocket: (socket: WebSocket, request: SocketRequest) => void;
  /** Told when a socket could not be served. */
  readonly onFailure?: OnFailure;
}

export interface LocalServer {
  readonly port: number;
  /** Breaks every websocket. */
  dropConnections(): void;
  /** Ends every connection; the port is free afterwards. */
  close(): Promise<void>;
}

/** One HTTP server with websockets, on this machine only. */
export async function startServer({
  port,
  handlers,
  onSocket,
  onFailure = throwFailure,
}: LocalServerOptions): Promise<LocalServer> {
  const app = express();
  app.disable('x-powered-by');
  // Only what Twilio gives a version to has an ETag.
  app.disable('etag');
  for (const handler of handlers) app.use(handler);
  app.use(plainError);

  const server = createServer(app);
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const address = request.url ?? '/';
    // `//` is a path that no URL can have.
    if (!URL.canParse(address, 'http://localhost')) return stream.destroy();
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // A page that vanishes in mid-frame must not end the server.
      socket.on('error', () => socket.terminate());
      const { host: hostHeader, origin } = request.headers;
      const wanted = { url: new URL(address, 'http://localhost'), hostHeader, origin };
      guarded(`the socket ${address}`, () => onSocket(socket, wanted), onFailure)();
    });
  });
  await listen(server, port);

  const dropConnections = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    port: portOf(server),
    dropConnections,
    async close() {
      dropConnections();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Malformed requests get one line of JSON; express itself would show a page with a stack. */
// eslint-disable-next-line @typescript-eslint/max-params -- express tells error handlers by their four parameters
const plainError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const given: unknown = Object(error).status;
  const message = error instanceof Error ? error.message : 'Bad request';
  response.status(typeof given === 'number' ? given : 500).json({ message });
};

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';

/** What iam.twilio.com does with the next request. */
export type IamAnswer = { status?: number; body: string } | 'hang-up' | 'silence';

export interface FakeIam {
  answer(next: IamAnswer): void;
  /** Nobody listens any more. */
  down(): void;
  readonly requests: { path: string | undefined; authorization: string | undefined; body: string }[];
  close(): Promise<void>;
}

/** Leads every https request of this process to a server on loopback, which answers as iam.twilio.com. */
export async function startFakeIam(): Promise<FakeIam> {
  const requests: FakeIam['requests'] = [];
  let next: IamAnswer = 'silence';
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path, headers } = request;
      requests.push({ path, authorization: headers.authorization, body: Buffer.concat(chunks).toString() });
      if (next === 'silence') return;
      if (next === 'hang-up') request.socket.destroy();
      else response.writeHead(next.status ?? 200).end(next.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes the server must not keep the process alive.
  server.unref();
  let port = portOf(server);
  const real = https.globalAgent;
  const agent = new https.Agent();
  Object.assign(agent, { createConnection: () => net.connect({ host: '127.0.0.1', port }) });
  https.globalAgent = agent;
  return {
    requests,
    answer(answer) {
      next = answer;
    },
    down() {
      port = 1;
    },
    async close() {
      https.globalAgent = real;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: http.Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

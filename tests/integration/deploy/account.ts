import twilio from 'twilio';

import { restMiddleware } from '../../../local-twilio/core/rest-middleware';
import { virtualClock } from '../../../local-twilio/core/clock';
import { seededSids } from '../../../local-twilio/core/sids';
import { redirectTwilio } from '../../../local-twilio/functions-host/redirect';
import { ids } from '../../../local-twilio/seed';
import { startServer } from '../../../local-twilio/server';
import { createWorld } from '../../../local-twilio/world';
import type { World } from '../../../local-twilio/world';

/** A local account behind real HTTPS clients: what this process sends to *.twilio.com arrives at the world. */
export interface Account {
  readonly world: World;
  readonly client: twilio.Twilio;
  close(): Promise<void>;
}

export async function openAccount(): Promise<Account> {
  const world = createWorld({
    clock: virtualClock(Date.UTC(2026, 0, 1)),
    sids: seededSids('deploy'),
    deliver: async () => ({ status: 200 }),
  });
  const server = await startServer({
    port: 0,
    handlers: [restMiddleware(world)],
    onSocket: (socket) => socket.close(),
  });
  const restoreHttps = redirectTwilio(server.port);
  return {
    world,
    client: twilio(ids.account, ids.authToken),
    async close() {
      restoreHttps();
      world.stop();
      await server.close();
    },
  };
}

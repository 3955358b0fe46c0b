import { join } from 'node:path';

import { Router } from 'express';
import type { Twilio } from 'twilio';

import { readProduct } from '../../../deploy/product';
import type { Product } from '../../../deploy/product';
import { openClient } from '../../../flex-config/account/connect';
import { syncServices } from '../../../scripts/local-parking';
import { systemClock, type Clock } from '../../../local-twilio/src/kernel/clock';
import { restMiddleware } from '../../../local-twilio/src/kernel/rest/middleware';
import { seededSids } from '../../../local-twilio/src/kernel/sids';
import { deployedDomains } from '../../../local-twilio/src/hosts/functions/deployed-domains';
import { deliverOnLoopback } from '../../../local-twilio/src/hosts/functions/deliver';
import type { Switches } from '../../../local-twilio/src/kernel/switches';
import { redirectTwilio } from '../../../local-twilio/src/hosts/functions/redirect';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { startServer } from '../../../local-twilio/src/start/server';
import { createWorld } from '../../../local-twilio/src/account/world';
import type { World } from '../../../local-twilio/src/account/world';

/** A local account behind real HTTPS clients; what is deployed to it runs. */
export interface Account {
  readonly world: World;
  readonly client: Twilio;
  /** Posts a form to the Functions of a domain, as the plugin does. */
  post(domain: string, path: string, fields: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** Deployed Functions are up, webhooks are delivered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function openAccount({
  switches,
  clock = systemClock(),
}: { switches?: Partial<Switches>; clock?: Clock } = {}): Promise<Account> {
  const world = createWorld({
    clock,
    switches,
    sids: seededSids('deploy'),
    syncServices,
    deliver: deliverOnLoopback((host) => deployed.portOf(host)),
  });
  const failures: string[] = [];
  const deployed = deployedDomains(world, {
    onLog: (line) => failures.push(line),
    env: { PARKING_LOG: 'silent' },
  });
  const pages = Router().use('/__twilio/:host', (request, response, next) => {
    const forward = deployed.forward(request.params.host ?? '');
    if (forward) forward(request, response, request.url);
    else next();
  });
  const handlers = [restMiddleware(world), pages];
  const server = await startServer({ port: 0, handlers, onSocket: (socket) => socket.close() });
  const restoreHttps = redirectTwilio(server.port, { functions: true });
  return {
    world,
    client: openClient({ accountSid: ids.account, authToken: ids.authToken }),
    async post(domain, path, fields) {
      const url = `http://127.0.0.1:${server.port}/__twilio/${domain}${path}`;
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
      return { status: answer.status, body: await answer.json() };
    },
    async settled() {
      await deployed.settled();
      await world.settled();
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
    async close() {
      await deployed.close();
      restoreHttps();
      world.stop();
      await server.close();
    },
  };
}

/** The Functions as they were built, with a plugin that is only a line of text. */
export function builtProduct(): Product {
  const root = join(__dirname, '../../..');
  const product = readProduct(root);
  return { ...product, plugin: 'window.plugin = 1;' };
}

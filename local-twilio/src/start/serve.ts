import express from 'express';
import { framedByOwnPages, ownPagesOnly } from '../kernel/browser/own-pages-only';
import { controlPage } from '../pages/control/page';
import type { Control } from '../pages/control/router';
import type { OnFailure } from '../kernel/failures';
import { restMiddleware } from '../kernel/rest/middleware';
import { customersPage } from '../pages/customers/page';
import type { FlexBundle } from '../hosts/flex/bundle';
import { flexHostRouter } from '../hosts/flex/router';
import { twilioGateway, type GatewayOptions } from '../gateways/browser/gateway';
import type { LocalUrls } from './options';
import { connectPage, type createPages } from './pages';
import { startServer, type LocalServer } from './server';
import type { World } from '../account/world';

interface Serving {
  readonly world: World;
  readonly bundle: FlexBundle | undefined;
  readonly control: Control;
  readonly pages: ReturnType<typeof createPages>;
  readonly forward: GatewayOptions['forward'];
  readonly port: number;
  /** Whether desktops load again when a plugin was built anew. */
  readonly watch: boolean;
  readonly onFailure: OnFailure;
}

/** Everything that listens on the main port: REST, desktops, customers, control. */
export async function serve(serving: Serving): Promise<LocalServer> {
  const { world, bundle, control, pages, forward, port, watch, onFailure } = serving;
  return startServer({
    port,
    onFailure,
    handlers: [
      restMiddleware(world),
      // REST asks for an auth token; everything else is for this machine's own pages.
      ownPagesOnly,
      framedByOwnPages,
      twilioGateway({ realtime: pages.realtime, forward }),
      pages.router,
      express.Router().use('/_local', await controlPage(), control.router),
      await customersPage(world, { desktops: bundle !== undefined }),
      await flexHostRouter({ world, bundle, watch }),
    ],
    onSocket: (socket, request) => connectPage(pages, socket, request),
  });
}

export function urlsOf(world: World, port: number, hasDesktops: boolean): LocalUrls {
  const users = hasDesktops ? world.iam.users() : [];
  const desktop = (username: string) => `http://${username}.localhost:${port}/agent-desktop`;
  return {
    desktops: Object.fromEntries(users.map(({ username }) => [username, desktop(username)])),
    customers: `http://localhost:${port}/customers`,
    control: `http://localhost:${port}/_local`,
  };
}

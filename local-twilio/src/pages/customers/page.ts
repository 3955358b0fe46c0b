import { join } from 'node:path';
import type { Router } from 'express';
import { ownPage } from '../own-page';
import type { World } from '../../account/world';

/** http://localhost:<port>/customers */
export function customersPage(world: World, { desktops }: { readonly desktops: boolean }): Promise<Router> {
  return ownPage({
    title: 'Customers',
    folder: join(__dirname, 'page'),
    path: '/customers',
    files: '/__local/customers',
    setup: ({ socket }) => ({
      desktops: (desktops ? world.iam.users() : []).map(({ username, fullName, roles }) => ({
        fullName,
        role: roles[0] ?? '',
        url: `http://${username}.localhost:${socket.localPort ?? 0}/agent-desktop`,
      })),
      customers: world.customers.phones(),
    }),
  });
}

import { join } from 'node:path';
import type { Router } from 'express';
import { servedOperations } from '../../account/coverage/coverage';
import { ownPage } from '../own-page';

/** http://localhost:<port>/_local. Mount it at `/_local`. */
export function controlPage(): Promise<Router> {
  const operations = servedOperations().map(({ host, operationId }) => ({ host, operationId }));
  return ownPage({
    title: 'Local Twilio',
    folder: join(__dirname, 'page'),
    path: '/',
    files: '/page',
    setup: () => ({ operations }),
  });
}

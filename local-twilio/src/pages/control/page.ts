import { join } from 'node:path';
import type { Router } from 'express';
import { coverageRows } from '../../account/coverage/coverage';
import { ownPage } from '../own-page';

/** http://localhost:<port>/_local. Mount it at `/_local`. */
export function controlPage(): Promise<Router> {
  const operations = coverageRows()
    .filter(({ status }) => status !== 'planned')
    .map(({ host, operationId }) => ({ host, operationId }));
  return ownPage({
    title: 'Local Twilio',
    folder: join(__dirname, 'page'),
    path: '/',
    files: '/page',
    setup: () => ({ operations }),
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { pageScript } from '../flex-host/page-scripts';
import type { World } from '../world';

const PAGE = join(__dirname, 'page');

/** http://localhost:<port>/customers */
export async function customersPage(world: World): Promise<Router> {
  const script = await pageScript(join(PAGE, 'main.tsx'));
  const router = Router();
  router.get('/__local/customers.js', (_request, response) => void response.type('text/javascript').send(script));
  router.get('/__local/customers.css', (_request, response) => {
    response.type('text/css').send(readFileSync(join(PAGE, 'styles.css'), 'utf8'));
  });
  router.get('/customers', (request, response) => {
    const port = request.socket.localPort ?? 0;
    const desktops = world.iam.users().map(({ username, fullName, roles }) => ({
      fullName,
      role: roles[0] ?? '',
      url: `http://${username}.localhost:${port}/agent-desktop`,
    }));
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(html({ desktops, customers: world.customers.phones() }));
  });
  return router;
}

const html = (setup: unknown): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Customers</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__local/customers.css">
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
</head>
<body>
<div id="page"></div>
<script src="/__local/customers.js"></script>
</body>
</html>`;

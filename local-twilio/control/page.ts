import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { coverageRows } from '../coverage';
import { pageScript } from '../flex-host/page-scripts';

const PAGE = join(__dirname, 'page');

/** http://localhost:<port>/_local. Mount it at `/_local`. */
export async function controlPage(): Promise<Router> {
  const script = await pageScript(join(PAGE, 'main.tsx'));
  const operations = coverageRows()
    .filter(({ status }) => status !== 'planned')
    .map(({ host, operationId }) => ({ host, operationId }));
  const router = Router();
  router.get('/page.js', (_request, response) => void response.type('text/javascript').send(script));
  router.get('/page.css', (_request, response) => {
    response.type('text/css').send(readFileSync(join(PAGE, 'styles.css'), 'utf8'));
  });
  router.get('/', (_request, response) => {
    response.type('html').set('Cache-Control', 'no-store').send(html({ operations }));
  });
  return router;
}

const html = (setup: unknown): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Twilio</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_local/page.css">
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
</head>
<body>
<div id="page"></div>
<script src="/_local/page.js"></script>
</body>
</html>`;

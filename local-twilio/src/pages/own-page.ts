import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, type Request } from 'express';
import { pageScript } from '../kernel/page-script';

export interface OwnPage {
  readonly title: string;
  /** Has main.tsx and styles.css. */
  readonly folder: string;
  readonly path: string;
  /** Where its script and its style sheet are, without their endings. */
  readonly files: string;
  /** What the script begins with, as JSON. */
  setup(request: Request): unknown;
}

/** A page of the local Twilio itself, none of Flex. */
export async function ownPage({ title, folder, path, files, setup }: OwnPage): Promise<Router> {
  const script = await pageScript(join(folder, 'main.tsx'));
  const router = Router();
  router.get(`${files}.js`, (_request, response) => void response.type('text/javascript').send(script));
  router.get(`${files}.css`, (_request, response) => {
    response.type('text/css').send(readFileSync(join(folder, 'styles.css'), 'utf8'));
  });
  router.get(path, (request, response) => {
    const page = html({ title, files: `${request.baseUrl}${files}`, setup: setup(request) });
    response.type('html').set('Cache-Control', 'no-store').send(page);
  });
  return router;
}

const html = ({ title, files, setup }: { title: string; files: string; setup: unknown }): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${files}.css">
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
</head>
<body>
<div id="page"></div>
<script src="${files}.js"></script>
</body>
</html>`;

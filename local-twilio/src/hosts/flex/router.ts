import { Router, type Request, type RequestHandler } from 'express';
import type { World } from '../../account/world';
import type { FlexBundle } from './bundle';
import { desktopPage } from './desktop-page';
import { doorsPage } from './directory-page';
import { desktopName } from '../../kernel/browser/desktop-name';
import { pageScript } from '../../kernel/page-script';
import { pageSource } from './page-source';

export interface FlexHostOptions {
  readonly world: World;
  /** None: there are no desktops. */
  readonly bundle: FlexBundle | undefined;
  readonly watch: boolean;
}

/** The desktops, and the list of them for every other host name. */
export async function flexHostRouter({ world, bundle, watch }: FlexHostOptions): Promise<Router> {
  const router = Router();
  if (bundle === undefined) return router.get('/', sendDirectory);
  for (const name of ['shim', 'boot', 'reload']) {
    const script = await pageScript(pageSource(`${name}.ts`));
    router.get(`/__local/${name}.js`, (_request, response) => void response.type('text/javascript').send(script));
  }
  router.get(`/__local/${bundle.fileName}`, (_request, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/javascript').sendFile(bundle.file);
  });

  router.get('*', (request, response, next) => {
    if (!isPage(request)) return next();
    const name = desktopName(request.headers.host);
    const user = name ? world.iam.findUser(name) : undefined;
    if (!user) {
      const port = request.socket.localPort ?? 0;
      const page = { users: world.iam.users(), port, ...(name ? { unknown: name } : {}) };
      return void response
        .status(name ? 404 : 200)
        .type('html')
        .set('Cache-Control', 'no-store')
        .send(doorsPage(page));
    }
    response.type('html').set('Cache-Control', 'no-store');
    const token = world.iam.issueToken(user.username);
    const { fileName: flexScript } = bundle;
    response.send(desktopPage({ user, token, accountSid: world.accountSid, flexScript, watch }));
  });
  return router;
}

/** Without desktops: the customers and the control page. */
const sendDirectory: RequestHandler = ({ socket }, response) => {
  response.type('html').send(doorsPage({ users: [], port: socket.localPort ?? 0 }));
};

/** A place in Flex, not a file: Flex shows its own view for each path. */
function isPage(request: Request): boolean {
  return !/\.[a-z0-9]+$/i.test(request.path) && !request.path.startsWith('/_');
}

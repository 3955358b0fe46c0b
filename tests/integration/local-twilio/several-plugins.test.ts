/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twilioGateway } from '../../../local-twilio/src/gateways/browser/gateway';
import type { PluginEntry } from '../../../local-twilio/src/kernel/browser/plugin-list';
import { createPages } from '../../../local-twilio/src/start/pages';
import { startServer } from '../../../local-twilio/src/start/server';
import { setUp } from './sdk';

/** https://www.twilio.com/docs/flex/developer/plugins/cli/run-multiple-plugins */
describe('several plugins at once (docs/flex/developer/plugins/cli/run-multiple-plugins)', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'several-plugins-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function built(project: string, file: string): string {
    mkdirSync(join(folder, project), { recursive: true });
    const path = join(folder, project, file);
    writeFileSync(path, `/* built in ${project} */`);
    return path;
  }

  /** What Flex is told to load, as it would ask, and what a script of it is. */
  async function openDesktop(plugins: readonly string[]) {
    const { world } = setUp();
    const printed: string[] = [];
    const pages = createPages({
      ...{ world, plugins, unknown: new Set<string>(), features: [] },
      onProgress: (line) => printed.push(line),
      onFailure: (_what, error) => {
        throw error;
      },
      control: { connect: () => undefined, close: () => undefined } as never,
    });
    const handlers = [pages.router, twilioGateway({ realtime: pages.realtime, forward: () => undefined })];
    const server = await startServer({ port: 0, handlers, onSocket: (socket) => socket.close() });
    const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
    const { token } = world.iam.issueToken('ada');
    return {
      world,
      printed,
      async load() {
        const answer = await get('/__twilio/flex.twilio.com/plugins', { 'x-flex-jwe': token, 'x-twilio-token': token });
        return (await answer.json()) as PluginEntry[];
      },
      script: async ({ src }: PluginEntry) => (await get(src)).text(),
      status: async (path: string) => (await get(path)).status,
      async close() {
        pages.close();
        await server.close();
      },
    };
  }

  it('are all loaded, in the order in which they were given: files, a dev server, and what is released', async () => {
    const devServer = 'http://localhost:8085/plugin-notes.js';
    const desktop = await openDesktop([built('one', 'plugin-one.js'), devServer, built('two', 'plugin-two.js')]);
    const { plugins } = desktop.world;
    const { sid } = plugins.createPlugin({ uniqueName: 'plugin-wallboard' });
    const version = { version: '3.0.0', url: 'https://w.twil.io/w.js', changelog: '', isPrivate: false };
    const released = [{ versionSid: plugins.createVersion(sid, version).sid, phase: 3 }];
    plugins.createRelease(plugins.createConfiguration({ name: 'x', description: '', plugins: released }).sid);

    const entries = await desktop.load();

    expect(entries.map(({ name }) => name)).toEqual(['plugin-one', 'plugin-notes', 'plugin-two', 'plugin-wallboard']);
    expect(entries[1]?.src).toBe(devServer);
    await desktop.close();
  });

  it('are each their own, though the builds of two folders have one name', async () => {
    const desktop = await openDesktop([built('one', 'plugin.js'), built('two', 'plugin.js')]);
    const scripts = await Promise.all((await desktop.load()).map(desktop.script));
    expect(scripts).toEqual(['/* built in one */', '/* built in two */']);
    await desktop.close();
  });

  it('are loaded without one that is not there, which is named in the terminal', async () => {
    const missing = join(folder, 'plugin-not-built.js');
    const desktop = await openDesktop([built('one', 'plugin-one.js'), missing, built('two', 'plugin-two.js')]);

    const entries = await desktop.load();

    expect(entries.map(({ name }) => name)).toEqual(['plugin-one', 'plugin-two']);
    expect(desktop.printed).toEqual([expect.stringContaining(missing)]);
    expect(await Promise.all(entries.map(desktop.script))).toEqual(['/* built in one */', '/* built in two */']);
    await desktop.close();
  });

  it('are the only files that are served', async () => {
    const desktop = await openDesktop([built('one', 'plugin-one.js')]);
    built('one', 'secret.js');
    for (const path of ['0/secret.js', '1/plugin-one.js', '-1/plugin-one.js', '0/..%2Fplugin-one.js'])
      expect(await desktop.status(`/__local/plugins/${path}`)).toBe(404);
    await desktop.close();
  });
});

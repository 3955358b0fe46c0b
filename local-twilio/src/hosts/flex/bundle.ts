import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, version as esbuildVersion, type BuildOptions, type Plugin } from 'esbuild';
import { flexFolderAbove, FlexNotInstalled, installedVersion } from './installed-flex';
import { pageSource } from './page-source';

export interface FlexBundle {
  readonly file: string;
  /** Changes with everything that goes into it, so browsers may keep it for ever. */
  readonly fileName: string;
  /** Of @twilio/flex-ui. */
  readonly version: string;
}

export interface BundleOptions {
  /** Whose node_modules hold Flex UI and React. Default: the nearest that has them. */
  readonly flexFolder?: string | undefined;
  /** Told what goes on when there is something to wait for. */
  readonly onProgress: (line: string) => void;
}

const NODE_MODULES = ['url', 'https', 'http', 'fs', 'tls', 'net', 'crypto', 'zlib', 'os', 'child_process'] as const;

/**
 * The real Flex UI as one script, made from node_modules on this machine and kept there. It must never be
 * shipped: a part of it (@twilio/flex-sdk) is under Twilio's own terms.
 */
export async function flexBundle(options: BundleOptions): Promise<FlexBundle> {
  const { flexFolder = flexFolderAbove(), onProgress } = options;
  const version = installedVersion('@twilio/flex-ui', flexFolder);
  if (version === undefined) throw new FlexNotInstalled();
  // Its own folder: what lies beside it there is what Flex itself gets, wherever npm put it.
  const flex = realpathSync(join(flexFolder, 'node_modules', '@twilio', 'flex-ui'));
  const bridged = bridgedIn(flex);
  // As other tools do: no folder more that the project's .gitignore would have to name.
  const folder = join(flexFolder, 'node_modules', '.cache', 'local-twilio');
  const file = join(folder, `flex-${version}-${recipeHash(version, bridged)}.js`);
  const bundle = { file, fileName: basename(file), version };
  if (existsSync(file)) return bundle;

  onProgress(`Bundling Twilio Flex UI ${version}, once (about 10 s) …`);
  mkdirSync(folder, { recursive: true });
  const startedAtMs = Date.now();
  // Written beside and renamed: a second start at the same time never reads half a file.
  const unfinished = `${file}.${process.pid}`;
  await build({
    ...recipe,
    plugins: [installedVersions(bridged), librariesOf(flex)],
    absWorkingDir: flexFolder,
    outfile: unfinished,
  });
  renameSync(unfinished, file);
  onProgress(`Bundled Flex UI in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return bundle;
}

/**
 * Libraries that a project may install in another version than Flex expects, by `overrides` in its package.json, and the
 * major version that needs a bridge.
 */
const BRIDGED: Readonly<Record<string, string>> = { 'redux-promise-middleware': '6', 'date-fns-tz': '2' };

const bridgedIn = (flex: string): readonly string[] =>
  Object.keys(BRIDGED).filter((library) => {
    const [major] = installedVersion(library, flex)?.split('.') ?? [];
    return major === BRIDGED[library];
  });

const installedVersions = (bridged: readonly string[]): Plugin => ({
  name: 'installed-versions',
  setup(building) {
    for (const library of bridged) {
      const bridge = pageSource(`installed-versions/${library}.ts`);
      building.onResolve({ filter: new RegExp(`^${library}$`) }, ({ importer }) =>
        importer === bridge ? undefined : { path: bridge },
      );
    }
  },
});

/** What our own page scripts import is what Flex itself gets: a page has one React. */
const librariesOf = (flex: string): Plugin => ({
  name: 'libraries',
  setup(building) {
    building.onResolve({ filter: /^[@a-z]/ }, ({ path, kind, importer, pluginData }) =>
      pluginData === FOUND || !importer.startsWith(PAGE_FOLDER)
        ? undefined
        : building.resolve(path, { kind, importer, resolveDir: flex, pluginData: FOUND }),
    );
  },
});

/** Marks what is looked up again, so that it is looked up once. */
const FOUND = Symbol('found');
const PAGE_FOLDER = pageSource('');

/** This package's, which need not lie beside Flex. The name alone would be Node's own module. */
function ownLibrary(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

const recipe: BuildOptions = {
  entryPoints: [pageSource('flex-entry.ts')],
  inject: [pageSource('node-globals.ts')],
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', 'process.env': '{}' },
  loader: { '.css': 'text' },
  alias: {
    path: ownLibrary('path-browserify'),
    stream: ownLibrary('stream-browserify'),
    util: ownLibrary('util'),
    buffer: ownLibrary('buffer'),
    ...Object.fromEntries(NODE_MODULES.map((name) => [name, pageSource('absent-node-module.ts')])),
  },
};

function recipeHash(version: string, bridged: readonly string[]): string {
  const bridges = bridged.map((library) => `installed-versions/${library}.ts`);
  const sources = ['flex-entry.ts', 'node-globals.ts', 'absent-node-module.ts', ...bridges].map((name) =>
    readFileSync(pageSource(name), 'utf8'),
  );
  const text = [
    version,
    esbuildVersion,
    JSON.stringify({ ...recipe, entryPoints: [], inject: [], alias: [] }),
    ...sources,
  ];
  return createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 10);
}

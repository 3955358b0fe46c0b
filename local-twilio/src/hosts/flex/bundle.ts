import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, version as esbuildVersion, type BuildOptions, type Plugin } from 'esbuild';
import { pageSource } from './page-source';

export interface FlexBundle {
  readonly file: string;
  /** Changes with everything that goes into it, so browsers may keep it for ever. */
  readonly fileName: string;
  /** Of @twilio/flex-ui. */
  readonly version: string;
}

export interface BundleOptions {
  readonly projectFolder: string;
  /** Whose node_modules hold Flex UI and React, if it is not the project's own. */
  readonly flexFolder?: string | undefined;
  /** Told what goes on when there is something to wait for. */
  readonly onProgress: (line: string) => void;
}

const NODE_MODULES = ['url', 'https', 'http', 'fs', 'tls', 'net', 'crypto', 'zlib', 'os', 'child_process'] as const;

/**
 * The real Flex UI as one script, made from node_modules on this machine and kept in .cache. It must never be
 * shipped: a part of it (@twilio/flex-sdk) is under Twilio's own terms.
 */
export async function flexBundle(options: BundleOptions): Promise<FlexBundle> {
  const { projectFolder, flexFolder = projectFolder, onProgress } = options;
  const version = installedVersion(flexFolder);
  const folder = join(projectFolder, '.cache', 'local-twilio');
  const file = join(folder, `flex-${version}-${recipeHash(version)}.js`);
  const bundle = { file, fileName: basename(file), version };
  if (existsSync(file)) return bundle;

  onProgress(`Bundling Twilio Flex UI ${version}, once (about 10 s) …`);
  mkdirSync(folder, { recursive: true });
  const startedAtMs = Date.now();
  // Written beside and renamed: a second start at the same time never reads half a file.
  const unfinished = `${file}.${process.pid}`;
  await build({
    ...recipe,
    plugins: [installedVersions, librariesOf(flexFolder)],
    absWorkingDir: projectFolder,
    outfile: unfinished,
  });
  renameSync(unfinished, file);
  onProgress(`Bundled Flex UI in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return bundle;
}

/** Libraries that npm installs in another version than Flex expects (see `overrides` in package.json). */
const INSTALLED_VERSIONS = ['redux-promise-middleware', 'date-fns-tz'] as const;

const installedVersions: Plugin = {
  name: 'installed-versions',
  setup(building) {
    for (const library of INSTALLED_VERSIONS) {
      const bridge = pageSource(`installed-versions/${library}.ts`);
      building.onResolve({ filter: new RegExp(`^${library}$`) }, ({ importer }) =>
        importer === bridge ? undefined : { path: bridge },
      );
    }
  },
};

/** What our own page scripts import is what Flex itself gets: a page has one React. */
const librariesOf = (flexFolder: string): Plugin => ({
  name: 'libraries',
  setup(building) {
    building.onResolve({ filter: /^[@a-z]/ }, ({ path, kind, importer, pluginData }) =>
      pluginData === FOUND || !importer.startsWith(PAGE_FOLDER)
        ? undefined
        : building.resolve(path, { kind, importer, resolveDir: flexFolder, pluginData: FOUND }),
    );
  },
});

/** Marks what is looked up again, so that it is looked up once. */
const FOUND = Symbol('found');
const PAGE_FOLDER = pageSource('');

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
    path: 'path-browserify',
    stream: 'stream-browserify',
    util: 'util',
    buffer: 'buffer',
    ...Object.fromEntries(NODE_MODULES.map((name) => [name, pageSource('absent-node-module.ts')])),
  },
};

function installedVersion(projectFolder: string): string {
  const file = join(projectFolder, 'node_modules', '@twilio', 'flex-ui', 'package.json');
  if (!existsSync(file)) throw new Error('@twilio/flex-ui is not installed: run npm ci');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const version = Object(manifest).version;
  return typeof version === 'string' ? version : 'unknown';
}

function recipeHash(version: string): string {
  const bridges = INSTALLED_VERSIONS.map((library) => `installed-versions/${library}.ts`);
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

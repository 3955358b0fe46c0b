import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { DeployError } from './deploy-error';

export const NAME = 'park-interaction';

export type Access = 'public' | 'protected' | 'private';

/** One file as it goes live. */
export interface LiveFile {
  /** The path of its URL, such as `/webhooks/reconcile`. */
  path: string;
  access: Access;
  content: string;
}

/** Everything that a deployment puts live. */
export interface Product {
  /** Version of package.json and a hash of all files: `0.1.0-b1a2b3c4d`. The same build has the same files. */
  build: string;
  functions: LiveFile[];
  /** The plugin's JavaScript. */
  plugin: string;
  dependencies: { name: string; version: string }[];
}

const packageJson = z.object({ version: z.string(), dependencies: z.record(z.string()) });

/** Reads what `npm run build` made. Throws a DeployError that says what is missing. */
export function readProduct(root: string): Product {
  const functionsFolder = join(root, 'serverless-functions/dist/functions');
  const text = (path: string) => readBuilt(join(root, path));
  const { version, dependencies } = packageJson.parse(JSON.parse(text('serverless-functions/dist/package.json')));
  const functions = filesIn(functionsFolder).map((file) => functionOf(file, readBuilt(join(functionsFolder, file))));
  const plugin = text(`build/${NAME}.js`);
  const listed = Object.entries(dependencies).map(([name, exact]) => ({ name, version: exact }));
  const build = `${version}-b${hashOf([...functions, plugin, listed])}`;
  return { build, functions, plugin, dependencies: listed };
}

function readBuilt(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new DeployError('not-built', `${path} is missing. Run: npm run build`);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) throw new DeployError('not-built', `${folder} is missing. Run: npm run build`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.js')).sort();
}

/** `webhooks/reconcile.protected.js` is live at /webhooks/reconcile (twilio.com/docs/serverless/functions-assets/visibility). */
function functionOf(file: string, content: string): LiveFile {
  const [, path = '', suffix] = /^(.+?)(?:\.(protected|private))?\.js$/.exec(file.replaceAll('\\', '/')) ?? [];
  return { path: `/${path}`, access: suffix === 'protected' || suffix === 'private' ? suffix : 'public', content };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}

/** A version of the plugin that was made of a build; another deployment of the same build is `<build>.2`. */
export const versionOf = (build: string, attempt: number): string => (attempt === 1 ? build : `${build}.${attempt}`);

export const buildOf = (version: string): string => version.replace(/(-b[0-9a-f]+)\.\d+$/, '$1');

const PLUGINS_FOLDER = `/plugins/${NAME}/`;

/** Where a build's plugin is served: each build has a path of its own, so that open desktops keep theirs. */
export const pluginPath = (build: string): string => `${PLUGINS_FOLDER}${build}/${NAME}.js`;

export const isPluginPath = (path: string): boolean => path.startsWith(PLUGINS_FOLDER);

/** An asset that is there while a build is live: who sees it knows which build it is. */
export const markerPath = (build: string): string => `/${NAME}/${build}.json`;

/** The build that a marker's path is of. */
export function buildOfMarker(path: string): string | undefined {
  return new RegExp(`^/${NAME}/([^/]+)\\.json$`).exec(path)?.[1];
}

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const SOURCE = join(__dirname, 'src');
const OUT = join(__dirname, 'dist');

/** Page scripts of our own, whole and ready; what goes into the bundle of Flex is compiled where Flex is installed. */
const PAGE_SCRIPTS = [
  ...['shim', 'boot', 'reload'].map((name) => `hosts/flex/page/${name}.ts`),
  ...['control', 'customers'].map((page) => `pages/${page}/page/main.tsx`),
];
const FOR_FLEX = /^hosts\/flex\/page\/(flex-entry|node-globals|absent-node-module|installed-versions\/[^/]+)\.ts$/;
const IN_A_PAGE = /(^|\/)page\//;

/**
 * `npm pack` runs it. One plain CommonJS file per source: people's Functions then run in plain Node as they do at
 * Twilio, where a loader such as tsx would let them require what Twilio's runtime refuses.
 */
async function buildPackage(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const ofNode = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !IN_A_PAGE.test(file));
  await build({ ...options(ofNode), platform: 'node', target: 'node20', format: 'cjs' });
  await build({
    ...options(PAGE_SCRIPTS),
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2020',
    format: 'iife',
    legalComments: 'eof',
  });
  for (const file of files.filter((one) => FOR_FLEX.test(one) || /\.(css|d\.ts)$/.test(one))) copy(file);
  declareTypes();
  console.log(`Built ${ofNode.length} files into ${OUT}`);
}

const options = (files: readonly string[]): BuildOptions => ({
  entryPoints: files.map((file) => join(SOURCE, file)),
  outbase: SOURCE,
  outdir: OUT,
  logLevel: 'warning',
});

function copy(file: string): void {
  mkdirSync(dirname(join(OUT, file)), { recursive: true });
  copyFileSync(join(SOURCE, file), join(OUT, file));
}

function declareTypes(): void {
  const compiler = require.resolve('typescript/bin/tsc');
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', SOURCE, '--outDir', OUT];
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(__dirname, 'tsconfig.package.json'), ...flags], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The types could not be declared');
}

void buildPackage();

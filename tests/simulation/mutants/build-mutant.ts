import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { FUNCTION_FILES } from '../functions/load-function';
import { editsOf, mutate, type Mutant } from './mutant';

const ROOT = join(__dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache');

/** Builds the Functions with one defect, in a folder of their own beside the product's. */
export async function buildMutant(mutant: Mutant | undefined): Promise<{ folder: string; remove: () => void }> {
  // Inside the project, so that packages are found; a fresh clone has no such folder yet.
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'mutant-'));
  cpSync(join(ROOT, 'serverless-functions/src'), join(folder, 'serverless-functions/src'), { recursive: true });
  cpSync(join(ROOT, 'flex-config/schema'), join(folder, 'flex-config/schema'), { recursive: true });
  const source = join(folder, 'serverless-functions/src');
  for (const edit of mutant ? editsOf(mutant) : []) {
    const file = join(source, edit.file);
    writeFileSync(file, mutate(readFileSync(file, 'utf8'), edit));
  }
  const built = join(folder, 'built');
  await build({
    entryPoints: Object.values(FUNCTION_FILES).map((path) => join(source, 'functions', path.replace(/\.js$/, '.ts'))),
    outdir: built,
    outbase: join(source, 'functions'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['twilio'],
    logLevel: 'error',
  });
  return { folder: built, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

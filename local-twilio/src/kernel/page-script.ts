import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** One of our own page scripts: as the package was built with it, or else bundled in memory, which takes milliseconds. */
export async function pageScript(entry: string): Promise<string> {
  const built = entry.replace(/\.tsx?$/, '.js');
  if (existsSync(built)) return readFileSync(built, 'utf8');
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`esbuild made nothing of ${entry}`);
  return output.text;
}

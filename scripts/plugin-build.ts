import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'build/park-interaction.js';
const SOURCES = ['plugin-src', 'serverless-functions/src/contract', 'flex-config/schema'];
const SOURCE_FILES = ['package.json', 'webpack.config.js', 'tsconfig.json'];

/** Whether the built plugin is newer than everything it is made of. */
export function isPluginBuilt(root: string): boolean {
  const built = join(root, BUILT);
  if (!existsSync(built)) return false;
  const builtAtMs = statSync(built).mtimeMs;
  const files = [
    ...SOURCES.flatMap((folder) => filesIn(join(root, folder))),
    ...SOURCE_FILES.map((file) => join(root, file)),
  ];
  return files.filter((file) => existsSync(file)).every((file) => statSync(file).mtimeMs <= builtAtMs);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that this file belongs to: where node_modules and .cache are. */
export function projectFolder(start = __dirname): string {
  if (existsSync(join(start, 'package.json'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('No package.json above the local Twilio');
  return projectFolder(parent);
}

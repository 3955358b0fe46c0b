import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** Flex UI is not where desktops could find it. The message says what to do. */
export class FlexNotInstalled extends Error {
  constructor() {
    super(
      'Flex UI is not installed here: run npm install --save-dev @twilio/flex-ui@2 react@17 react-dom@17, ' +
        'or start with --no-desktop for REST and Functions only.',
    );
  }
}

/**
 * The folder whose node_modules hold Flex UI: the nearest above where one works, or above this package, which npm may
 * have put beside it.
 */
export function flexFolderAbove(starts: readonly string[] = [process.cwd(), __dirname]): string {
  for (const start of starts) {
    const found = folderWith('@twilio/flex-ui', start);
    if (found !== undefined) return found;
  }
  throw new FlexNotInstalled();
}

const manifest = z.object({ version: z.string() });

/** The version of a package as somebody in that folder gets it. */
export function installedVersion(name: string, folder: string): string | undefined {
  const found = folderWith(name, folder);
  if (found === undefined) return undefined;
  return manifest.parse(JSON.parse(readFileSync(manifestFile(name, found), 'utf8'))).version;
}

const manifestFile = (name: string, folder: string) => join(folder, 'node_modules', name, 'package.json');

function folderWith(name: string, start: string): string | undefined {
  if (existsSync(manifestFile(name, start))) return start;
  const parent = dirname(start);
  return parent === start ? undefined : folderWith(name, parent);
}

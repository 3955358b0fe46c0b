import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { buildSync } from 'esbuild';

const SOURCE_OR_BUILT = extname(__filename);
const ENTRY = join(__dirname, `main${SOURCE_OR_BUILT}`);
let built: string | undefined;

/**
 * What plain node runs as a container. The package has it as a file; from source it is built into `folder`, as a loader
 * such as tsx in the container would let Functions require what Twilio's runtime refuses.
 */
export function containerProgram(folder: string): string {
  if (SOURCE_OR_BUILT === '.js') return ENTRY;
  built ??= build();
  const file = join(folder, 'container.js');
  writeFileSync(file, built);
  return file;
}

function build(): string {
  const { outputFiles } = buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    // What is installed is found from the source, wherever the program lies.
    packages: 'external',
    banner: { js: `require = require('node:module').createRequire(${JSON.stringify(ENTRY)});` },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

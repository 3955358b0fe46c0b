import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { z } from 'zod';

const ROOT = join(__dirname, '..');
const SOURCE = join(__dirname, 'src/functions');
const OUT = join(__dirname, 'dist');

/** What the deployed Functions may require; everything else is bundled. */
const PROVIDED = ['twilio', '@twilio/runtime-handler'];

const packageJson = z.object({ version: z.string(), dependencies: z.record(z.string()) });

/** One self-contained CommonJS file per Function, under the path that is its URL. */
async function buildFunctions(): Promise<void> {
  const entryPoints = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(SOURCE, file));
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir: join(OUT, 'functions'),
    outbase: SOURCE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: PROVIDED,
    legalComments: 'none',
    logLevel: 'warning',
  });
  mkdirSync(join(OUT, 'assets'), { recursive: true });
  writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(deployedPackage(), null, 2)}\n`);
  console.log(`Built ${entryPoints.length} Functions into serverless-functions/dist`);
}

/** The package.json that `twilio-run deploy` reads: exact versions of what the runtime has to provide. */
function deployedPackage(): object {
  const { version, dependencies } = packageJson.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const provided = Object.entries(dependencies).filter(([name]) => PROVIDED.includes(name));
  return { name: 'park-interaction', version, private: true, dependencies: Object.fromEntries(provided) };
}

void buildFunctions();

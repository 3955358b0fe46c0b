import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { nearest, publishedVersions, SmokeError } from './versions';

const ROOT = join(__dirname, '../..');
/** Kept: the next time takes seconds. */
const CACHE = join(ROOT, '.cache/flex-ui');
/** What Flex's page gives to plugins; Flex 2 needs React 17. */
const BESIDE = ['react', 'react-dom', 'react-redux', 'redux'] as const;

const manifestShape = z.object({
  devDependencies: z.record(z.string()),
  overrides: z.object({ '@twilio/flex-ui': z.record(z.string()) }),
});

/** The folder in which that version of Flex UI is installed, by npm if need be; nothing of this project changes. */
export function installed(version: string): string {
  if (manifestOf(ROOT).devDependencies['@twilio/flex-ui'] === version) return ROOT;
  const folder = join(CACHE, version);
  if (existsSync(folder)) return folder;
  const published = publishedVersions();
  if (!published.includes(version)) {
    const others = nearest(version, published).join(', ');
    throw new SmokeError(
      'no-such-version',
      `@twilio/flex-ui ${version} was never published. The nearest are ${others}.`,
    );
  }
  console.log(`Installing @twilio/flex-ui ${version} into .cache/flex-ui, once (a minute, 700 MB) …`);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify(manifest(version), null, 2));
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: unfinished,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new SmokeError('npm-failed', `npm could not install @twilio/flex-ui ${version}; what it said is above.`);
  }
  renameSync(unfinished, folder);
  return folder;
}

const manifestOf = (folder: string) =>
  manifestShape.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

/** The project's own libraries and overrides, with another Flex UI. */
function manifest(version: string) {
  const own = manifestOf(ROOT);
  const beside = Object.fromEntries(BESIDE.map((name) => [name, own.devDependencies[name]]));
  return {
    name: 'flex-smoke',
    private: true,
    dependencies: { '@twilio/flex-ui': version, ...beside },
    overrides: { '@twilio/flex-ui': own.overrides['@twilio/flex-ui'] },
  };
}

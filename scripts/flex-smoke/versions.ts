import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** What a person can mend; `code` is stable. */
export class SmokeError extends Error {
  override readonly name = 'SmokeError';
  constructor(
    readonly code: 'not-a-version' | 'no-such-version' | 'npm-failed' | 'not-built',
    message: string,
  ) {
    super(message);
  }
}

const VERSION = /^2\.(\d+)\.(\d+)$/;
const NEAREST = 4;

/** Plugins of Flex 2 run on no other major version, and of pre-releases nobody promises anything. */
export function assertVersion(text: string): void {
  if (!VERSION.test(text))
    throw new SmokeError('not-a-version', `${text || 'Nothing'} is not a version such as 2.16.0.`);
}

/** The published versions of Flex UI 2 that are nearest, newest first. */
export function nearest(wanted: string, published: readonly string[]): readonly string[] {
  return published
    .filter((version) => VERSION.test(version))
    .sort((a, b) => Math.abs(rank(a) - rank(wanted)) - Math.abs(rank(b) - rank(wanted)))
    .slice(0, NEAREST)
    .sort((a, b) => rank(b) - rank(a));
}

function rank(version: string): number {
  const [, minor = 0, patch = 0] = VERSION.exec(version) ?? [];
  return Number(minor) * 1000 + Number(patch);
}

const listShape = z.array(z.string());

/** Asks npm's registry. */
export function publishedVersions(): readonly string[] {
  const { status, stdout, stderr } = spawnSync('npm', ['view', '@twilio/flex-ui', 'versions', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new SmokeError('npm-failed', `npm could not be asked which versions there are:\n${stderr}`);
  return listShape.parse(JSON.parse(stdout));
}

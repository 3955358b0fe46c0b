import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from './flags';

const manifest = z.object({ engines: z.object({ node: z.string().regex(/^>=\d+\.\d+$/) }) });

/** Refuses a Node that is older than package.json asks for, of which npm itself only warns. */
export function assertNode(version: string): void {
  const { engines } = manifest.parse(JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')));
  const needed = engines.node.slice('>='.length);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new UsageError(`Node ${needed} or newer is needed; this is ${version}.`);
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { LocalProgram } from './local-command';

const ROOT = join(__dirname, '../..');
const PACKAGE = join(ROOT, 'local-twilio');
const PACK_WITHIN_MS = 120_000;

const packed = z.tuple([z.object({ filename: z.string() })]);
const manifest = z.object({
  dependencies: z.record(z.string()),
  peerDependencies: z.record(z.string()),
  bin: z.object({ 'local-twilio': z.string() }),
});

/** `npm pack`: the tarball that a registry would hand out. */
export function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-twilio-pack-'));
  const options = { cwd: PACKAGE, encoding: 'utf8', timeout: PACK_WITHIN_MS, stdio: 'pipe' } as const;
  const printed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], options);
  // The build's own line comes first.
  const [{ filename }] = packed.parse(JSON.parse(printed.slice(printed.indexOf('['))));
  return join(folder, filename);
}

export interface Project {
  readonly folder: string;
  /** The package's command in that project, in plain node. */
  readonly program: LocalProgram;
  remove(): void;
}

/**
 * A project of somebody else with the tarball installed. What npm would fetch for it are links to what is installed
 * here, so no registry is asked: what the package does not declare is not found.
 */
export function projectWith(tarball: string, { flex }: { readonly flex: boolean }): Project {
  const folder = mkdtempSync(join(tmpdir(), 'a-project-'));
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'local-twilio');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
  const { dependencies, peerDependencies, bin } = manifest.parse(
    JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')),
  );
  for (const name of Object.keys({ ...dependencies, ...(flex ? peerDependencies : {}) })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-project', private: true }));
  return {
    folder,
    program: { args: [join(own, bin['local-twilio'])], cwd: folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { LiveEnvironment, Version, Visibility } from '../../services/serverless/entities';

const SUFFIX: Readonly<Record<Visibility, string>> = { public: '', protected: '.protected', private: '.private' };

/** Folders of a deployment, laid out as the local Functions runtime reads them. */
export interface DeployedFolder {
  readonly functions: string;
  readonly assets: string;
}

/** Writes what a domain serves below a folder, which is emptied first. */
export function writeDeployedFolder(live: LiveEnvironment, folder: string): DeployedFolder {
  const written = { functions: join(folder, 'functions'), assets: join(folder, 'assets') };
  for (const kind of ['functions', 'assets'] as const) {
    rmSync(written[kind], { recursive: true, force: true });
    mkdirSync(written[kind], { recursive: true });
  }
  for (const version of live.functions) write(join(written.functions, `${version.path}${suffix(version)}.js`), version);
  for (const version of live.assets) write(join(written.assets, assetFile(version)), version);
  return written;
}

/** `/words.json` that is private is `words.private.json`. */
function assetFile(version: Version): string {
  const extension = extname(version.path);
  return `${version.path.slice(0, version.path.length - extension.length)}${suffix(version)}${extension}`;
}

const suffix = ({ visibility }: Version): string => SUFFIX[visibility];

function write(file: string, { content, encoding }: Version): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, encoding);
}

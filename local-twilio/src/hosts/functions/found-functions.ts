import { basename, dirname } from 'node:path';
import { fsHelpers } from '@twilio-labs/serverless-api';
import type { Resource } from './container/messages';
import type { Access } from './gate';

/** What is in a folder of Functions, and in `assets` beside it. */
export interface FoundFunctions {
  readonly functions: readonly Resource[];
  readonly assets: readonly Resource[];
  /** By path. */
  readonly access: ReadonlyMap<string, Access>;
}

export async function findFunctions(folder: string): Promise<FoundFunctions> {
  const found = await fsHelpers.getListOfFunctionsAndAssets(dirname(folder), {
    functionsFolderNames: [basename(folder)],
    assetsFolderNames: ['assets'],
  });
  const functions = found.functions.map(withoutContent);
  const assets = found.assets.map(withoutContent);
  return { functions, assets, access: new Map([...functions, ...assets].map((one) => [one.path, one.access])) };
}

const withoutContent = ({ access, name, path, filePath }: Resource): Resource => ({ access, name, path, filePath });

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { ConfigError } from './config-error';
import { commonFor } from './features';
import { isJsonObject, merge } from './merge';
import type { JsonObject } from './merge';

/** The folder with one JSON file per environment, and `common.json` below all of them. */
export const ENVIRONMENTS_FOLDER = join(__dirname, 'environments');

/** Names of the environments in a folder, sorted. `common` is not one: it is part of each. */
export function environmentNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'common.json')
    .map((file) => basename(file, '.json'))
    .sort();
}

/** The merged configuration of one environment, as it stands in the files. Throws a ConfigError. */
export function readEnvironment(name: string, folder: string): JsonObject {
  const environment = settingsIn(readJsonObject(pathOf(name, folder)));
  const common = settingsIn(readJsonObject(join(folder, 'common.json')));
  return merge(commonFor(environment, common), environment);
}

/** Puts values into the file of one environment and keeps all else that is there. Throws a ConfigError. */
export function changeEnvironment(values: JsonObject, { name, folder }: { name: string; folder: string }): void {
  const path = pathOf(name, folder);
  writeFileSync(path, `${JSON.stringify(merge(readJsonObject(path), values), null, 2)}\n`);
}

function pathOf(name: string, folder: string): string {
  const known = environmentNames(folder);
  if (known.includes(name)) return join(folder, `${name}.json`);
  throw new ConfigError('environment-missing', `There is no environment "${name}". There are: ${known.join(', ')}.`);
}

/** The file without the pointer that editors read. */
function settingsIn({ $schema: _schema, ...settings }: JsonObject): JsonObject {
  return settings;
}

function readJsonObject(path: string): JsonObject {
  const value = parseJson(path, readText(path));
  if (!isJsonObject(value)) throw new ConfigError('not-an-object', `${relative('', path)} must contain a JSON object.`);
  return value;
}

/** Text of a file. Throws a ConfigError that names it. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError('file-unreadable', `${relative('', path)} cannot be read.`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError('json-broken', `${relative('', path)} is not valid JSON: ${reason.replace(/\s+/g, ' ')}`, {
      cause,
    });
  }
}

import { isDeepStrictEqual } from 'node:util';

import { printJson } from '../serverless-functions/src/parking/domain/lossless-json';
import { isJsonObject } from './merge';
import type { JsonObject } from './merge';

/** One place where two configurations differ; `undefined` means that nothing is there. */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

/** Every difference, by the full dotted path of the innermost value. Arrays are values. */
export function changesBetween(before: JsonObject, after: JsonObject, root: string): Change[] {
  return changesAt(root, before, after);
}

function changesAt(path: string, before: unknown, after: unknown): Change[] {
  if (isBranch(before) && isBranch(after) && !(isLeaf(before) && isLeaf(after))) {
    const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    return [...keys].flatMap((key) => changesAt(`${path}.${key}`, before?.[key], after?.[key]));
  }
  return isDeepStrictEqual(before, after) ? [] : [{ path, before, after }];
}

function isBranch(value: unknown): value is JsonObject | undefined {
  return value === undefined || isJsonObject(value);
}

/** Nothing below it to look at. */
function isLeaf(value: JsonObject | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0;
}

/** One line: what was, and what will be. */
export function describeChange({ path, before, after }: Change): string {
  const shown = path.endsWith('.alert_url') ? hostOnly : printJson;
  if (before === undefined) return `+ ${path}: ${shown(after)}`;
  if (after === undefined) return `- ${path}: ${shown(before)}`;
  return `~ ${path}: ${shown(before)} → ${shown(after)}`;
}

/** Whoever knows the whole address of a chat's webhook can write there, and plans stand in the logs of a CI. */
function hostOnly(value: unknown): string {
  if (typeof value !== 'string') return printJson(value);
  return URL.canParse(value) ? `${new URL(value).origin}/…` : '…';
}

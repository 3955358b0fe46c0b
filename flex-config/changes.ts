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
  if (before === undefined) return `+ ${path}: ${printJson(after)}`;
  if (after === undefined) return `- ${path}: ${printJson(before)}`;
  return `~ ${path}: ${printJson(before)} → ${printJson(after)}`;
}

import { isDeepStrictEqual } from 'node:util';

import { isJsonObject, type JsonObject } from '../../flex-config/merge';
import { nameOf, type WorkflowDocument } from './configuration';

/** One line for each filter that would come, go or change, and one for each other part of the configuration. */
export function changesOf(now: WorkflowDocument, after: WorkflowDocument): string[] {
  const gone = now.filters.filter((filter) => !hasName(after.filters, filter));
  const kept = after.filters.filter((filter) => hasName(now.filters, filter));
  const changed = kept.filter((filter) => !now.filters.some((held) => isDeepStrictEqual(held, filter)));
  const lines = [
    ...gone.map((filter) => `- filter "${nameOf(filter)}"`),
    ...after.filters.filter((filter) => !kept.includes(filter)).map((filter) => `+ filter "${nameOf(filter)}"`),
    ...changed.map((filter) => `~ filter "${nameOf(filter)}"`),
    ...partsOf(now.withFilters([]), after.withFilters([])),
  ];
  if (lines.length > 0 || isDeepStrictEqual(now.filters, after.filters)) return lines;
  return ['~ the order or the number of the filters'];
}

const hasName = (filters: readonly JsonObject[], wanted: JsonObject): boolean =>
  filters.some((filter) => nameOf(filter) === nameOf(wanted));

/** What is beside the filters: the default filter first of all. */
function partsOf(now: JsonObject, after: JsonObject): string[] {
  const [before, then] = [now, after].map(({ task_routing: routing, ...beside }) => ({
    ...(isJsonObject(routing) ? routing : {}),
    ...beside,
  }));
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(then ?? {})])];
  return names
    .filter((name) => !isDeepStrictEqual(before?.[name], then?.[name]))
    .map((name) => `${signOf(before?.[name], then?.[name])} ${name.replaceAll('_', ' ')}`);
}

function signOf(before: unknown, after: unknown): '+' | '-' | '~' {
  if (before === undefined) return '+';
  return after === undefined ? '-' : '~';
}

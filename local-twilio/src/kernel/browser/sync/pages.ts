import { z } from 'zod';
import { jsonOrUndefined } from '../../json';
import type { SyncItemView } from './objects';

/** Which items are asked for: the query of GET …/Items. */
export interface PageRequest {
  readonly order: 'asc' | 'desc';
  readonly size: number;
  /** First item wanted, itself included. */
  readonly from?: string | number;
  /** Continue behind or before an item already seen. */
  readonly after?: string | number;
  readonly before?: string | number;
}

export interface ItemPage {
  readonly items: readonly SyncItemView[];
  readonly nextToken: string | null;
  readonly previousToken: string | null;
}

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 100;
const name = z.union([z.string(), z.number()]);
const tokenShape = z.object({
  order: z.enum(['asc', 'desc']),
  size: z.number().int().positive(),
  after: name.optional(),
  before: name.optional(),
});

export function pageRequest(query: Readonly<Record<string, string>>, kind: 'map' | 'list'): PageRequest {
  const token = tokenShape.safeParse(
    jsonOrUndefined(Buffer.from(query['PageToken'] ?? '', 'base64url').toString('utf8')),
  );
  if (token.success) return token.data;
  const order = query['Order'] === 'desc' ? 'desc' : 'asc';
  const size = Math.min(MAX_PAGE_SIZE, Math.max(1, Number(query['PageSize']) || DEFAULT_PAGE_SIZE));
  const from = query['From'];
  if (from === undefined || from === '') return { order, size };
  return { order, size, from: kind === 'list' ? Number(from) : from };
}

/** Cuts one page out of items that are in ascending order. Tokens name items, so later additions do not shift pages. */
export function pageOf(items: readonly SyncItemView[], request: PageRequest): ItemPage {
  const ordered = request.order === 'desc' ? [...items].reverse() : items;
  const passed = (item: SyncItemView, mark: string | number) =>
    request.order === 'desc' ? item.name < mark : item.name > mark;
  const reached = (item: SyncItemView, mark: string | number) => item.name === mark || passed(item, mark);

  const start = startOf(ordered, request, { passed, reached });
  const page = ordered.slice(start, start + request.size);
  const [first, last] = [page[0], page[page.length - 1]];
  const { order, size } = request;
  return {
    items: page,
    nextToken: last && start + size < ordered.length ? token({ order, size, after: last.name }) : null,
    previousToken: first && start > 0 ? token({ order, size, before: first.name }) : null,
  };
}

type Comparison = (item: SyncItemView, mark: string | number) => boolean;

function startOf(
  ordered: readonly SyncItemView[],
  { from, after, before, size }: PageRequest,
  { passed, reached }: { passed: Comparison; reached: Comparison },
): number {
  const indexOrEnd = (index: number) => (index === -1 ? ordered.length : index);
  if (after !== undefined) return indexOrEnd(ordered.findIndex((item) => passed(item, after)));
  if (before !== undefined) return Math.max(0, indexOrEnd(ordered.findIndex((item) => reached(item, before))) - size);
  return from === undefined ? 0 : indexOrEnd(ordered.findIndex((item) => reached(item, from)));
}

const token = (value: z.infer<typeof tokenShape>): string =>
  Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

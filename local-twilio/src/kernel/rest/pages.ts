import { invalidParameter } from '../errors';
import { ok, queryText } from './request';
import type { RestAnswer, RestRequest } from './request';

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/** A list answer in Twilio's shape: https://www.twilio.com/docs/usage/twilios-response#pagination */
export function page(request: RestRequest, key: string, items: readonly unknown[]): RestAnswer {
  const asked = Number(queryText(request, 'PageSize') ?? DEFAULT_PAGE_SIZE);
  const size = Math.min(Math.max(1, Number.isInteger(asked) ? asked : DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE);
  const number = Math.max(0, Number(queryText(request, 'Page') ?? 0) || 0);
  const start = startOf(items, queryText(request, 'PageToken'), { number, size });
  const urlOf = (at: number, token: string | null) => {
    const url = new URL(request.url);
    for (const [name, value] of Object.entries(request.query))
      if (!['PageSize', 'Page', 'PageToken'].includes(name)) url.searchParams.set(name, String(value));
    url.searchParams.set('PageSize', String(size));
    url.searchParams.set('Page', String(at));
    if (token !== null) url.searchParams.set('PageToken', token);
    return url.href;
  };
  const end = start + size;
  return ok({
    [key]: items.slice(start, end),
    meta: {
      key,
      page: number,
      page_size: size,
      first_page_url: urlOf(0, null),
      previous_page_url: number > 0 && start > 0 ? urlOf(number - 1, tokenOf('PB', items, start)) : null,
      url: urlOf(number, queryText(request, 'PageToken') ?? null),
      next_page_url: end < items.length ? urlOf(number + 1, tokenOf('PA', items, end - 1)) : null,
    },
  });
}

const sidOf = (item: unknown): string =>
  String(Object(item).sid ?? Object(item).key ?? Object(item).index ?? Object(item).identity ?? '');

/** `PA` begins after an item, `PB` ends before one: what is removed or added elsewhere shifts nothing. */
const tokenOf = (kind: 'PA' | 'PB', items: readonly unknown[], at: number): string =>
  `${kind}${Buffer.from(JSON.stringify([at, sidOf(items[at])])).toString('base64url')}`;

interface Asked {
  readonly number: number;
  readonly size: number;
}

function startOf(items: readonly unknown[], token: string | undefined, { number, size }: Asked): number {
  // Without a token a page's number is taken; Twilio advises against it, and does not say what it does.
  if (token === undefined) return number * size;
  const [position, sid] = readToken(token);
  const found = sid === '' ? position : items.findIndex((item) => sidOf(item) === sid);
  if (token.startsWith('PB')) return Math.max(0, (found < 0 ? position : found) - size);
  // If the item itself has gone, the one that followed it has its place.
  return found < 0 ? position : found + 1;
}

function readToken(token: string): readonly [position: number, sid: string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(token.slice(2), 'base64url').toString());
    if (Array.isArray(read)) return [Number(read[0]) || 0, String(read[1])];
  } catch {
    // Falls through to the same refusal.
  }
  throw invalidParameter(`PageToken ${token} is not valid`);
}

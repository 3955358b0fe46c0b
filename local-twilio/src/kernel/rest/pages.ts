import { ok, queryText } from './request';
import type { RestAnswer, RestRequest } from './request';

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 1000;

/** A list answer in Twilio's shape: https://www.twilio.com/docs/usage/twilios-response#pagination */
export function page(request: RestRequest, key: string, items: readonly unknown[]): RestAnswer {
  const asked = Number(queryText(request, 'PageSize') ?? DEFAULT_PAGE_SIZE);
  const size = Math.min(Math.max(1, Number.isInteger(asked) ? asked : DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE);
  const number = Math.max(0, Number(queryText(request, 'Page') ?? 0) || 0);
  const urlOf = (at: number) => {
    const url = new URL(request.url);
    for (const [name, value] of Object.entries(request.query))
      if (!['PageSize', 'Page', 'PageToken'].includes(name)) url.searchParams.set(name, String(value));
    url.searchParams.set('PageSize', String(size));
    url.searchParams.set('Page', String(at));
    // Twilio pages by token; ours is the page's number, so that a client which follows links needs nothing else.
    if (at > 0) url.searchParams.set('PageToken', `PA${at}`);
    return url.href;
  };
  const start = number * size;
  const more = start + size < items.length;
  return ok({
    [key]: items.slice(start, start + size),
    meta: {
      key,
      page: number,
      page_size: size,
      first_page_url: urlOf(0),
      previous_page_url: number > 0 ? urlOf(number - 1) : null,
      url: urlOf(number),
      next_page_url: more ? urlOf(number + 1) : null,
    },
  });
}

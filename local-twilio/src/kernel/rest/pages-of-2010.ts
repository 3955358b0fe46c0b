import { z } from 'zod';
import { page } from './pages';
import { ok, type RestAnswer, type RestRequest } from './request';

const paged = z.object({
  meta: z.object({
    page: z.number(),
    page_size: z.number(),
    first_page_url: z.string(),
    previous_page_url: z.string().nullable(),
    url: z.string(),
    next_page_url: z.string().nullable(),
  }),
});

/** A list as api.twilio.com has it: no `meta`, and addresses without a host. */
export function pageOf2010(request: RestRequest, key: string, items: readonly unknown[]): RestAnswer {
  const { body } = page(request, key, items);
  const { meta } = paged.parse(body);
  const own = z.record(z.unknown()).parse(body)[key];
  const listed = Array.isArray(own) ? own : [];
  const uriOf = (url: string | null) => url && url.slice(new URL(url).origin.length);
  const start = meta.page * meta.page_size;
  return ok({
    [key]: listed,
    page: meta.page,
    page_size: meta.page_size,
    start,
    end: Math.max(start, start + listed.length - 1),
    first_page_uri: uriOf(meta.first_page_url),
    previous_page_uri: uriOf(meta.previous_page_url),
    uri: uriOf(meta.url),
    next_page_uri: uriOf(meta.next_page_url),
  });
}

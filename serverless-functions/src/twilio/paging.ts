const PAGING = ['PageSize', 'Page', 'PageToken', 'Order'];

/** Of a cursor only what asks for a page: whatever else a browser says is not passed on to Twilio. */
export function pagingOf(cursor: string): string {
  const said = new URLSearchParams(cursor);
  const paging = [...said].filter(([name]) => PAGING.includes(name));
  return new URLSearchParams(paging).toString();
}

/** Only the query of a page's URL: a cursor comes back from browsers, and must never say which host to ask. */
export function pageQueryOf(nextPageUrl: string | undefined): string | undefined {
  return nextPageUrl && new URL(nextPageUrl).search.slice(1);
}

import type { IncomingHttpHeaders } from 'node:http';

/** Where Flex runs at Twilio: there, Functions are on another origin, though here they are on the page's own. */
const FLEX_ORIGIN = 'https://flex.twilio.com';

/**
 * Why a browser on Flex's own origin would keep that answer from the page, or undefined. Only browsers say
 * `Sec-Fetch-Site` (Node's `fetch` says the mode alone); what tests and servers ask is theirs to read.
 * https://www.twilio.com/docs/serverless/functions-assets/quickstart/cors-functions
 */
export function whyUnreadable(asked: IncomingHttpHeaders, answered: IncomingHttpHeaders): string | undefined {
  if (asked['sec-fetch-mode'] !== 'cors' || asked['sec-fetch-site'] === undefined) return undefined;
  const allowed = answered['access-control-allow-origin'];
  if (allowed === '*' || allowed === FLEX_ORIGIN) return undefined;
  const has = allowed === undefined ? 'has no Access-Control-Allow-Origin' : `allows only ${allowed}`;
  return `a page on ${FLEX_ORIGIN} could not read the answer, which ${has}`;
}

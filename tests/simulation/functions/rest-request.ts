import type { TwilioRequest } from '../../../local-twilio/src/kernel/calls';

/** What the twilio SDK gives to its HTTP client, as far as it is used. */
export interface SdkRequest {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  /** Milliseconds; absent: as the client was made. */
  readonly timeout?: number;
}

const basic = (user = '', password = '') => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The request as the SDK's own client would put it on the wire: lists repeat their name. */
export function restRequest({ method, uri, username, password, headers, params, data }: SdkRequest): TwilioRequest {
  const url = new URL(uri);
  const query: Record<string, string | readonly string[]> = {};
  for (const [name, value] of [...url.searchParams, ...pairsOf(params ?? {})]) query[name] = value;
  const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: method.toUpperCase(),
    host: url.host,
    path: url.pathname,
    query,
    headers: { ...Object.fromEntries(lower), authorization: basic(username, password) },
    body: method.toLowerCase() === 'post' ? formOf(data) : '',
  };
}

function formOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  return new URLSearchParams(pairsOf({ ...data })).toString();
}

function pairsOf(fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]);
  });
}

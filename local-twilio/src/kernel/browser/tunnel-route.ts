import type { FlexToken } from './viewer';

/** A REST call that the page sends inside one POST: `{ url, method, params, token }`. */
export interface TunnelCall {
  readonly viewer: FlexToken;
  readonly names: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface TunnelRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly payload: (call: TunnelCall) => unknown;
}

export const tunnelRoute = (
  method: TunnelRoute['method'],
  path: string,
  payload: TunnelRoute['payload'],
): TunnelRoute => ({ method, path, payload });

import type { FlexToken } from './viewer';

/** A REST call that the page sends inside one POST: `{ url, method, params, token }`. */
export interface TunnelCall {
  readonly viewer: FlexToken;
  readonly names: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, unknown>>;
  /** The version that the page has of what it changes; its SDKs send it as a header of the POST, when they are told to. */
  readonly ifMatch?: string | undefined;
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

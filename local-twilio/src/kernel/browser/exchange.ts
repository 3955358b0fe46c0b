import { z } from 'zod';
import { jsonOrUndefined } from '../json';
import type { FlexToken } from './viewer';
import type { Follower } from './follower';

/** What a page asks of a Twilio host, over plain HTTP or inside a twilsock frame. */
export interface BrowserRequest {
  /** Twilio's host name, such as cds.us1.twilio.com. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** First label of the page's own host name: `ada` for ada.localhost. */
  readonly desktop: string;
  /** Set when the request came through a twilsock connection. */
  readonly session?: Follower;
}

export type BrowserAnswer =
  | {
      readonly status: number;
      readonly body: unknown;
      /** Runs when the answer is on its way. */
      readonly afterwards?: () => void;
    }
  | { readonly status: number; readonly bytes: Buffer; readonly contentType: string };

export interface Exchange {
  readonly request: BrowserRequest;
  /** The `:names` of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface AgentExchange extends Exchange {
  readonly viewer: FlexToken;
}

export const ok = (body: unknown): BrowserAnswer => ({ status: 200, body });
export const created = (body: unknown): BrowserAnswer => ({ status: 201, body });

const objectBody = z.record(z.unknown());

/** The request's fields: JSON, or form fields, which some SDKs send whatever they say it is. */
export function fieldsOf(request: BrowserRequest): Readonly<Record<string, unknown>> {
  const text = request.body.toString('utf8').trim();
  if (!text) return {};
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  const parsed = objectBody.safeParse(jsonOrUndefined(text));
  return parsed.success ? parsed.data : {};
}

export const textField = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const numberField = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

import type { z } from 'zod';

/** One REST request, as Twilio documents it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A Function's file, which goes to a host of its own as a multipart form. */
  readonly file?: { readonly serviceSid: string; readonly functionSid: string; readonly content: string };
}

export interface Reply {
  /** 0: no answer came, however often it was asked. */
  readonly status: number;
  readonly body: unknown;
  /** Twilio's error code, where the answer has one. */
  readonly code: number | undefined;
  /** More than one: what happened before the answer is not known. */
  readonly tries: number;
  /** When it was answered. */
  readonly atMs: number;
}

/** What the account did, once. `odd` is an answer that is neither of both. */
export type Sighting =
  | { readonly question: string; readonly position: string; readonly found?: string }
  | { readonly question: string; readonly odd: string };

export type Step =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'saw'; readonly sighting: Sighting };

/** Asking, without doing it: whoever follows it sends the calls and hands the replies back. */
export type Steps<Result = void> = Generator<Step, Result, Reply>;

/** Something that has to work did not. The message has neither SIDs nor names. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

export const isOk = ({ status }: Reply): boolean => status >= 200 && status < 300;

export function* send(call: Call): Steps<Reply> {
  return yield { kind: 'call', call };
}

export const get = (url: string): Steps<Reply> => send({ method: 'GET', url });
export const post = (url: string, form: Readonly<Record<string, string>>): Steps<Reply> =>
  send({ method: 'POST', url, form });
export const remove = (url: string): Steps<Reply> => send({ method: 'DELETE', url });

export function* wait(ms: number): Steps<Reply> {
  return yield { kind: 'wait', ms };
}

export function* saw(sighting: Sighting): Steps {
  yield { kind: 'saw', sighting };
}

/** The answer in that shape; anything else ends this group of questions. */
export function* must<T>(call: Call, shape: z.ZodType<T, z.ZodTypeDef, unknown>): Steps<T> {
  const reply = yield* send(call);
  if (!isOk(reply)) throw new Refused(`${described(reply)} to ${kindOf(call)}`);
  const parsed = shape.safeParse(reply.body);
  if (!parsed.success) throw new Refused(`an answer to ${kindOf(call)} in a shape that is not documented`);
  return parsed.data;
}

/** Asks again and again until `found` finds something in the answer; undefined when the time is over. */
export function* until<T>(
  call: Call,
  found: (reply: Reply) => T | undefined,
  { withinMs, everyMs = 500 }: { readonly withinMs: number; readonly everyMs?: number },
): Steps<T | undefined> {
  let first: number | undefined;
  for (;;) {
    const reply = yield* send(call);
    const result = found(reply);
    if (result !== undefined) return result;
    first ??= reply.atMs;
    if (reply.atMs - first >= withinMs) return undefined;
    yield* wait(everyMs);
  }
}

export function described({ status, code }: Reply): string {
  if (status === 0) return 'no answer';
  return code === undefined ? `${status}` : `${status} (${code})`;
}

/** `POST flex-api Interactions/Channels/Invites`: the collections of a path, without SIDs and names. */
export function kindOf({ method, url }: Call): string {
  const { hostname, pathname } = new URL(url);
  const collections = pathname
    .split('/')
    .filter((part) => /^[A-Z][A-Za-z]+$/.test(part) && !/^[A-Z]{2}[0-9a-f]{32}$/.test(part));
  return `${method} ${hostname.split('.')[0] ?? ''} ${collections.join('/')}`;
}

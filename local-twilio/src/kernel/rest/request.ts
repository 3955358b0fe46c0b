/** A request that has passed routing, Basic auth and validation. */
export interface RestRequest {
  /** From the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Form fields by their name ("Configuration.Url"), or the JSON body; typed by the description. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** https://host/path of this request, without the query. */
  readonly url: string;
}

export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Told as ETag. */
  readonly version?: number | string;
}

/** Later where somebody has to be asked first, as pre-action webhooks are. */
export type RestHandler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;

/** By operationId. */
export type RestHandlers = Readonly<Record<string, RestHandler>>;

/** A request as the handlers of one service see it: with what they work on, and nothing else of the account. */
export interface RequestTo<Account> extends RestRequest {
  readonly account: Account;
}

export interface Operation<Account> {
  (request: RequestTo<Account>): RestAnswer | Promise<RestAnswer>;
  /** See `reading`. */
  readonly reads?: readonly string[];
}

/** By operationId, before they are closed over their account. */
export type HandlersOf<Account> = Readonly<Record<string, Operation<Account>>>;

/** Closes a service's handlers over the account that it works on. */
export function closedOver<Account>(account: Account, handlers: HandlersOf<Account>): RestHandlers {
  const closed = Object.entries(handlers).map(([operationId, handler]): [string, RestHandler] => [
    operationId,
    (request) => handler({ ...request, account }),
  ]);
  return Object.fromEntries(closed);
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const created = (body: unknown): RestAnswer => ({ status: 201, body });
export const noContent = (): RestAnswer => ({ status: 204, body: null });

/** A path parameter; the router has made sure that it is there. */
export function param({ params }: RestRequest, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`No path parameter ${name}`);
  return value;
}

export function text({ body }: RestRequest, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function integer({ body }: RestRequest, name: string): number | undefined {
  const value = body[name];
  return typeof value === 'number' ? value : undefined;
}

export function flag({ body }: RestRequest, name: string): boolean | undefined {
  const value = body[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function textList({ body }: RestRequest, name: string): readonly string[] | undefined {
  const value = body[name];
  return Array.isArray(value) ? value.map(String) : undefined;
}

export function queryText({ query }: RestRequest, name: string): string | undefined {
  const value = query[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** REST changes fire webhooks only when the caller asks for it. */
export const wantsWebhooks = ({ headers }: RestRequest): boolean => headers['x-twilio-webhook-enabled'] === 'true';

import { TwilioError } from '../errors';
import type { Switches } from '../switches';
import type { Operation, RestHandler } from './request';

/** Fields, query parameters and headers that an operation reads. */
export type Reads = readonly string[];

/** What Twilio's description says of an operation's parameters, but those in the path. */
export interface Described {
  readonly query: readonly string[];
  readonly headers: readonly string[];
  /** Form fields; null if the body is JSON that is not described field by field. */
  readonly fields: readonly string[] | null;
}

/** Read for every list, by `page`. */
export const PAGING: readonly string[] = ['PageSize', 'Page', 'PageToken'];

/**
 * An operation that says what it reads of a request. What is not named here never reaches it, so that a declaration
 * cannot fall behind the code; one that declares nothing gets the path and nothing else.
 */
export const reading = <Account>(
  reads: readonly string[],
  run: (...args: Parameters<Operation<Account>>) => ReturnType<RestHandler>,
): Operation<Account> => Object.assign(run, { reads });

export interface Sent {
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Asking {
  readonly operationId: string;
  readonly reads: Reads;
  readonly described: Described;
  readonly unsupported: Switches['unsupported'];
}

const refusal = (problem: string): TwilioError => new TwilioError(501, 20501, problem);

/** What the description has and nothing here reads; it is what COVERAGE.md lists. */
export function notEmulated({ query, headers, fields }: Described, reads: Reads): readonly string[] {
  const all = [...query, ...headers, ...(fields ?? [])];
  return all.filter((name) => !reads.includes(name) && !PAGING.includes(name));
}

/**
 * Only what the operation reads, so that nothing that was sent is silently ignored: the rest is refused with 501, or
 * left out where the switch `unsupported` says so.
 */
export function onlyRead<Given extends Sent>(sent: Given, asking: Asking): Given {
  const { operationId, described, unsupported } = asking;
  const missing = notEmulated(described, asking.reads);
  const unknownOf = (names: readonly string[], known: readonly string[] | null) =>
    names.filter((name) => known !== null && !known.includes(name));
  const unknown = [
    ...unknownOf(Object.keys(sent.query), described.query),
    ...unknownOf(Object.keys(sent.body), described.fields),
  ];
  const names = new Set([...Object.keys(sent.query), ...Object.keys(sent.body), ...sentHeaders(sent, described)]);
  const unread = missing.filter((name) => names.has(name));
  if (unsupported === 'refuse') {
    if (unread.length > 0) throw refusal(`${operationId}: ${unread.join(', ')} is not emulated`);
    if (unknown.length > 0) throw refusal(`${operationId}: Twilio's description has no ${unknown.join(', ')}`);
  }
  const left = new Set([...unread, ...unknown].map((name) => name.toLowerCase()));
  return {
    ...sent,
    query: without(sent.query, left),
    body: without(sent.body, left),
    headers: without(sent.headers, left),
  };
}

/** Headers have no case: those that were sent, as the description writes them. */
function sentHeaders({ headers }: Sent, described: Described): readonly string[] {
  return described.headers.filter((name) => headers[name.toLowerCase()] !== undefined);
}

function without<Value>(values: Readonly<Record<string, Value>>, left: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !left.has(name.toLowerCase())));
}

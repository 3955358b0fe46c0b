/** What a text says in JSON; undefined: it is none. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same of an answer's body, which a way of delivering may have read already. */
export const jsonBody = (body: unknown): unknown => (typeof body === 'string' ? jsonOrUndefined(body) : body);

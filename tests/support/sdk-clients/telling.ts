import { readSync } from 'node:fs';

/** By number: touching `process.stdin` makes it one that cannot be waited for. */
const STDIN = 0;

/** How a client's process talks to the test: one line of JSON each. */
export function tell(what: string, value: unknown = null): void {
  console.log(JSON.stringify({ what, value }));
}

/** Asks the test to do something as somebody else, and stands still until that is done: no event is handled meanwhile. */
export function cue(name: string): void {
  tell('cue', name);
  readSync(STDIN, Buffer.alloc(1));
}

/** What a client says once, as a promise. */
export function heard<T>(listen: (tell: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve) => listen(resolve));
}

import { invalidParameter, type TwilioError } from '../../../kernel/errors';
import type { Context } from '../events';
import type { TaskRouterStore } from '../store';

interface Named {
  readonly sid: string;
  readonly name: string;
}

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
}

/** Not empty, and not too long. */
export function checkName({ limits }: Context, name: string, field = 'FriendlyName'): string {
  if (name.trim() === '') throw invalidParameter(`${field} is missing`);
  if (name.length > limits.taskRouterNameCharacters)
    throw invalidParameter(`${field} has ${name.length} characters, ${limits.taskRouterNameCharacters} at most`);
  return name;
}

/**
 * Unique among its kind. Twilio says so of queues in its answer to a second one, "Queue named … already exists for
 * workspace …" (code 20001; quoted in github.com/nash-md/twilio-contact-center/issues/23); the other kinds are taken
 * to be like them.
 */
export function checkUnique(
  { context, store }: Parts,
  kind: string,
  { name, sid, others }: { readonly name: string; readonly sid?: string; readonly others: readonly Named[] },
): void {
  if (!others.some((other) => other.name === name && other.sid !== sid)) return;
  const where = `workspace ${store.workspace.sid} for account ${context.accountSid}`;
  throw invalidParameter(`${kind} named ${name} already exists for ${where}`);
}

/** What a field names has to be there. */
export function referred<T>(items: ReadonlyMap<string, T>, sid: string, field: string): T {
  const found = items.get(sid);
  if (!found) throw invalidParameter(`${field} ${sid} is unknown`);
  return found;
}

/** What others still need is not removed. Which code Twilio gives is not documented. */
export const inUse = (what: string, by: string): TwilioError => invalidParameter(`${what} cannot be deleted: ${by}`);

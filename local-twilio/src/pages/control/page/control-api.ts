import type { Fault } from '../../../kernel/faults';
import type { WebhookFault } from '../../../kernel/webhook-faults';
import type { DetailKind, Details } from '../details';

const API = '/_local';

/** A refusal, in the server's words. */
export class ControlError extends Error {}

async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${API}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const content: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return content;
  const { message } = Object(content);
  throw new ControlError(typeof message === 'string' ? message : `Refused with ${answer.status}`);
}

export const control = {
  addFault: (fault: Fault) => ask('POST', '/faults', fault),
  clearFaults: () => ask('DELETE', '/faults'),
  addWebhookFault: (fault: WebhookFault) => ask('POST', '/webhook-faults', fault),
  clearWebhookFaults: () => ask('DELETE', '/webhook-faults'),
  moveClock: (ms: number) => ask('POST', '/clock/advance', { ms }),
  reset: () => ask('POST', '/reset'),
  setActivity: (username: string, activity: string) => ask('POST', '/agents/activity', { username, activity }),
} as const;

export type Control = typeof control;

/** Null when it is gone. */
export async function fetchDetails(kind: DetailKind, id: string): Promise<Details | null> {
  const answer = await fetch(`${API}/details/${kind}/${encodeURIComponent(id)}`);
  return answer.ok ? answer.json() : null;
}

import type { TwilioRequest } from '../../../local-twilio/src/kernel/calls';
import type { NamedCall } from '../schedules/schedule';
import type { Invocation } from './invocation';

const SID = /^[A-Z]{2}[0-9a-f]{32}$/;
/** Collections whose members are also fetched by a name of their own. */
const BY_NAME = new Set(['Documents', 'Maps', 'Items', 'Configuration']);

/** `POST Participants` for `POST /v1/Interactions/KD…/Channels/UO…/Participants/UT…`. */
export function nameOf({ method, path }: Pick<TwilioRequest, 'method' | 'path'>): string {
  const parts = (path.split('?')[0] ?? '').split('/').filter((part) => part !== '' && !SID.test(part));
  const before = parts[parts.length - 2];
  const last = parts[parts.length - 1] ?? '';
  return `${method} ${before !== undefined && BY_NAME.has(before) ? before : last}`;
}

/** Counts the calls of each invocation by name. */
export function namedCalls(): (invocation: Invocation, request: TwilioRequest) => NamedCall {
  const counts = new Map<string, number>();
  return (invocation, request) => {
    const of = nameOf(request);
    const key = `${invocation.name} ${of}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { of, nth };
  };
}

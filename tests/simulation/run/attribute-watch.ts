import type { TwilioResponse } from '../../../local-twilio/src/kernel/calls';
import type { NetworkCall } from '../functions/network';
import { count, type Observed } from './observed';
import { object, type Json } from './view';

const CONVERSATION = /^\/v1\/Conversations\/(CH\w+)$/;

/**
 * Conversations has no If-Match, so a key that another system writes between the one call that fetched the attributes
 * and the one that wrote them is lost: the design documents that window. Such keys are taken off the list of those
 * that must stay; whatever else disappears is a violation.
 */
export function createAttributeWatch(observed: Observed) {
  const { othersAttributes, counts } = observed;
  const fetched = new Map<string, Json>();

  const nameOf = ({ invocation, request }: NetworkCall): string | undefined => {
    const [, sid] = CONVERSATION.exec(request.path) ?? [];
    return sid && sid === observed.conversationSid && request.host.startsWith('conversations')
      ? `${invocation.name} ${sid}`
      : undefined;
  };

  return {
    beforeEffect(call: NetworkCall) {
      const name = nameOf(call);
      const known = name === undefined ? undefined : fetched.get(name);
      if (!known || call.request.method !== 'POST') return;
      for (const key of othersAttributes.keys()) {
        if (key in known) continue;
        othersAttributes.delete(key);
        count({ counts }, 'others wrote in the documented window');
      }
    },
    tookEffect(call: NetworkCall, { status, body }: TwilioResponse) {
      const name = nameOf(call);
      if (name === undefined || call.request.method !== 'GET' || status !== 200) return;
      const text = object(body)?.attributes;
      fetched.set(name, object(JSON.parse(typeof text === 'string' ? text : '{}')) ?? {});
    },
  };
}

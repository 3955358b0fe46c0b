import { z } from 'zod';
import { TwilioError } from '../../../kernel/errors';
import type { DeliveryRecord } from '../../../kernel/deliveries';
import { jsonBody } from '../../../kernel/json';
import type { WebhookConfiguration } from '../configuration-entities';
import type { Origin, PreEventType } from '../entities';
import type { Context } from '../events';
import type { ConversationStore } from '../store';

/** What an answer may change, by its names in the answer. */
const modified = z
  .object({
    body: z.string().optional(),
    author: z.string().optional(),
    friendly_name: z.string().optional(),
    attributes: z.union([z.string(), z.record(z.unknown()).transform((value) => JSON.stringify(value))]).optional(),
  })
  .transform(({ friendly_name: friendlyName, ...rest }) => ({ ...rest, friendlyName }));

export type Modified = Readonly<Partial<Record<'body' | 'author' | 'friendlyName' | 'attributes', string>>>;

interface Question {
  readonly eventType: PreEventType;
  readonly by: Origin;
  readonly fields: (changed: Modified) => Readonly<Record<string, string>>;
}

interface Target {
  readonly method: 'GET' | 'POST';
  readonly url: string;
}

interface Asked extends Omit<Question, 'fields'> {
  readonly fields: Readonly<Record<string, string>>;
}

type Outcome = NonNullable<DeliveryRecord['outcome']>;

/** Only 200 changes something and only 403 refuses: whatever else comes, or does not come in time, lets it pass. */
function readOutcome(outcome: Outcome): Modified | 'refused' {
  if ('failure' in outcome) return {};
  if (outcome.status === 403) return 'refused';
  const parsed = outcome.status === 200 ? modified.safeParse(jsonBody(outcome.body)) : undefined;
  if (!parsed?.success) return {};
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}

function ask(context: Context, { url, method }: Target, { eventType, by, fields }: Asked): Promise<Outcome> {
  return new Promise((resolve) =>
    context.deliveries.send({
      sid: context.sids.next('WD'),
      kind: 'conversations',
      method,
      url,
      timeoutMs: context.limits.conversationsWebhookTimeoutMs,
      retries: () => 0,
      answered: resolve,
      params: {
        AccountSid: context.accountSid,
        EventType: eventType,
        Source: by.source,
        ...(by.source === 'SDK' && by.identity ? { ClientIdentity: by.identity } : {}),
        ...fields,
      },
    }),
  );
}

/** Who is asked of it, in order. That both are when both are set is not documented. */
export function targetsOf({ webhooks }: ConversationStore, eventType: PreEventType, by: Origin): readonly Target[] {
  if (!by.webhooks) return [];
  const configured: readonly WebhookConfiguration[] = [webhooks.service, webhooks.account];
  return configured.flatMap(({ method, filters, preWebhookUrl: url }) =>
    url && filters.includes(eventType) ? [{ method, url }] : [],
  );
}

/** Asks them one after the other. Throws 403 when one refuses. */
export async function consult(context: Context, targets: readonly Target[], question: Question): Promise<Modified> {
  let changed: Modified = {};
  for (const target of targets) {
    const read = readOutcome(await ask(context, target, { ...question, fields: question.fields(changed) }));
    // The code that callers see is not documented.
    if (read === 'refused') throw new TwilioError(403, 20403, `A webhook refused ${question.eventType}`);
    changed = { ...changed, ...read };
  }
  return changed;
}

import { z } from 'zod';

import {
  conversationSid,
  interactionChannelSid,
  interactionParticipantSid,
  interactionSid,
  taskQueueSid,
  taskSid,
  webhookSid,
  workerSid,
  workflowSid,
} from '../../serverless-functions/src/contract/sids';
import type { ConversationSid, WebhookSid } from '../../serverless-functions/src/contract/sids';
import type { Account } from '../account/account';
import { inTurns } from '../in-turns';

/**
 * The webhook that the public template's park-interaction feature puts on a conversation: newer releases have the
 * Function in `common/`. Source: flex-project-template, features/park-interaction.
 */
const TEMPLATE_PATH = /\/features\/park-interaction\/(common\/|flex\/)?unpark-interaction$/;

/** What the template writes over a conversation's attributes when it parks. It stays there after the unpark, too. */
const templateAttributes = z.object({
  interactionSid,
  channelSid: interactionChannelSid,
  participantSid: interactionParticipantSid,
  taskSid,
  workflowSid,
  taskChannelUniqueName: z.string(),
  queueName: z.string(),
  queueSid: taskQueueSid,
  workerSid,
  taskAttributes: z.string(),
  webhookSid: webhookSid.optional(),
});

export type TemplateAttributes = z.infer<typeof templateAttributes>;

/** A conversation that the template parked and that is parked still: its webhook is there. */
export interface TemplatePark {
  conversationSid: ConversationSid;
  webhookSid: WebhookSid;
  parkedAtMs: number;
  /** undefined: its attributes are not (any more) what a new task needs. */
  attributes: TemplateAttributes | undefined;
}

const MAX_CONVERSATIONS = 5000;
const PAGE_SIZE = 100;
const AT_ONCE = 10;

/** Looks through all open conversations for the template's mark, and at the webhooks of those that bear it. */
export async function findTemplateParks({ client }: Account): Promise<TemplatePark[]> {
  const { conversations } = client.conversations.v1;
  const options = { limit: MAX_CONVERSATIONS, pageSize: PAGE_SIZE };
  const found = [
    ...(await conversations.list({ ...options, state: 'active' })),
    ...(await conversations.list({ ...options, state: 'inactive' })),
  ];
  const marked = found.filter(({ attributes }) => attributes.includes('"taskAttributes"'));
  const parks = await inTurns(marked, { atOnce: AT_ONCE, run: (held) => parkOf({ client }, held) });
  return parks.flat();
}

async function parkOf(
  { client }: Pick<Account, 'client'>,
  { sid, attributes }: { sid: string; attributes: string },
): Promise<TemplatePark[]> {
  const webhooks = await client.conversations.v1.conversations(sid).webhooks.list({ limit: 5 });
  const theirs = webhooks.find(({ configuration }) => isTemplateWebhook(configuration));
  if (!theirs) return [];
  const parsed = templateAttributes.safeParse(parseJson(attributes));
  return [
    {
      conversationSid: conversationSid.parse(sid),
      webhookSid: webhookSid.parse(theirs.sid),
      parkedAtMs: theirs.dateCreated.getTime(),
      attributes: parsed.success ? parsed.data : undefined,
    },
  ];
}

const configurationSchema = z.object({ url: z.string().url() });

function isTemplateWebhook(configuration: unknown): boolean {
  const parsed = configurationSchema.safeParse(configuration);
  return parsed.success && TEMPLATE_PATH.test(new URL(parsed.data.url).pathname);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

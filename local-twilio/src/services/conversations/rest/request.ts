import { invalidParameter, notFound } from '../../../kernel/errors';
import { param, text, wantsWebhooks } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { Conversation, Origin } from '../entities';
import { conversationsAnswers } from './answers';

/** Builds answers for that request: those under /v1/Services/IS… name the service. */
export function wire({ account, params }: Request) {
  const { sid } = account.conversations.service;
  const named = params.ChatServiceSid;
  if (named !== undefined && named !== sid) throw notFound(`/Services/${named}`);
  return conversationsAnswers({ accountSid: account.accountSid, serviceSid: sid, underService: named !== undefined });
}

/** REST changes fire webhooks only when the caller asks for it. */
export const originOf = (request: Request): Origin => ({ source: 'API', webhooks: wantsWebhooks(request) });

/** The header that `originOf` reads. */
export const WEBHOOK_HEADER = 'X-Twilio-Webhook-Enabled';

/** An ISO 8601 moment: what is brought in from elsewhere keeps its dates. */
export function moment(request: Request, name: 'DateCreated' | 'DateUpdated'): number | undefined {
  const asked = text(request, name);
  if (asked === undefined) return undefined;
  const ms = Date.parse(asked);
  if (Number.isNaN(ms)) throw invalidParameter(`${name} ${asked} is no ISO 8601 date`);
  return ms;
}

/** The Conversation that the path names. */
export const conversationOf = (request: Request): Conversation =>
  request.account.conversations.get(request.params.ConversationSid ?? param(request, 'Sid'));

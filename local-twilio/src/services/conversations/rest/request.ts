import { notFound } from '../../../kernel/errors';
import { param } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { Conversation } from '../entities';
import { conversationsWire } from './answers';

/** Builds answers for that request: those under /v1/Services/IS… name the service. */
export function wire({ account, params }: Request) {
  const { sid } = account.conversations.service;
  const named = params.ChatServiceSid;
  if (named !== undefined && named !== sid) throw notFound(`/Services/${named}`);
  return conversationsWire({ accountSid: account.accountSid, serviceSid: sid, underService: named !== undefined });
}

/** The Conversation that the path names. */
export const conversationOf = (request: Request): Conversation =>
  request.account.conversations.get(request.params.ConversationSid ?? param(request, 'Sid'));

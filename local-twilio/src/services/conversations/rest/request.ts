import { notFound } from '../../../kernel/errors';
import { param } from '../../../kernel/rest/request';
import type { RestRequest } from '../../../kernel/rest/request';
import type { Conversation } from '../entities';
import { conversationsWire } from './answers';

/** Builds answers for that request: those under /v1/Services/IS… name the service. */
export function wire({ world, params }: RestRequest) {
  const { sid } = world.conversations.service;
  const named = params.ChatServiceSid;
  if (named !== undefined && named !== sid) throw notFound(`/Services/${named}`);
  return conversationsWire({ accountSid: world.accountSid, serviceSid: sid, underService: named !== undefined });
}

/** The Conversation that the path names. */
export const conversationOf = (request: RestRequest): Conversation =>
  request.world.conversations.get(request.params.ConversationSid ?? param(request, 'Sid'));

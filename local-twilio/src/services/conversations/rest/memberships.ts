import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { integer, noContent, ok, param, queryText } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { ChatUser, ConversationParticipant } from '../entities';
import { userNamed } from './users';
import { participantConversationAnswer, userConversationAnswer, type Membership } from './membership-answers';

function memberships({ account }: Request, fits: (one: ConversationParticipant) => boolean): readonly Membership[] {
  const users = account.conversations.users();
  return account.conversations.list().flatMap((conversation) =>
    [...conversation.participants.values()].filter(fits).map((participant) => ({
      conversation,
      participant,
      user: users.find(({ identity }) => identity === participant.identity),
    })),
  );
}

/** In which conversations somebody is, by identity or by address. */
export const participantConversations = {
  List: reading(['Identity', 'Address'], (request) => {
    const identity = queryText(request, 'Identity');
    const address = queryText(request, 'Address');
    if (!identity === !address) throw invalidParameter('Give either Identity or Address');
    const fits = (one: ConversationParticipant) =>
      identity ? one.identity === identity : one.messagingBinding?.address === address;
    const found = memberships(request, fits);
    return page(
      request,
      'conversations',
      found.map((one) => participantConversationAnswer(request.account.accountSid, one)),
    );
  }),
} satisfies Handlers;

const ofUser = (request: Request, { identity }: ChatUser) =>
  memberships(request, (participant) => participant.identity === identity);

function membershipOf(request: Request): { user: ChatUser; membership: Membership } {
  const user = userNamed(request, 'UserSid');
  const sid = param(request, 'ConversationSid');
  const membership = ofUser(request, user).find(({ conversation }) => conversation.sid === sid);
  if (!membership) throw notFound(`/Users/${user.sid}/Conversations/${sid}`);
  return { user, membership };
}

const answer = (request: Request) => {
  const { user, membership } = membershipOf(request);
  return ok(userConversationAnswer(request.account.accountSid, user, membership));
};

export const userConversations = {
  List: (request) => {
    const user = userNamed(request, 'UserSid');
    const all = ofUser(request, user).map((one) => userConversationAnswer(request.account.accountSid, user, one));
    return page(request, 'conversations', all);
  },
  Fetch: answer,
  Update: reading(['LastReadMessageIndex'], (request) => {
    const { user, membership } = membershipOf(request);
    const index = integer(request, 'LastReadMessageIndex');
    if (index !== undefined) request.account.conversations.markRead(membership.conversation.sid, user.identity, index);
    return answer(request);
  }),
  Delete: (request) => {
    const { conversation, participant } = membershipOf(request).membership;
    request.account.conversations.removeParticipant(conversation.sid, participant.sid);
    return noContent();
  },
} satisfies Handlers;

import { invalidParameter } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { MessagingBinding } from '../entities';
import { bindingTo } from '../rules/bindings';
import { getParticipant } from '../rules/participants';
import { conversationOf, originOf, WEBHOOK_HEADER, wire } from './request';

function bindingOf(request: Request): MessagingBinding | undefined {
  const address = text(request, 'MessagingBinding.Address');
  const proxyAddress = text(request, 'MessagingBinding.ProxyAddress');
  if (address !== undefined) return bindingTo(address, proxyAddress);
  if (proxyAddress !== undefined)
    throw invalidParameter('MessagingBinding.ProxyAddress needs MessagingBinding.Address');
  return undefined;
}

/** https://www.twilio.com/docs/conversations/api/conversation-participant-resource */
export const participants = {
  List: (request) =>
    page(request, 'participants', [...conversationOf(request).participants.values()].map(wire(request).participant)),
  Create: reading(
    ['Identity', 'MessagingBinding.Address', 'MessagingBinding.ProxyAddress', 'Attributes', 'RoleSid', WEBHOOK_HEADER],
    async (request) => {
      const { conversations: rules } = request.account;
      const input = {
        identity: text(request, 'Identity'),
        messagingBinding: bindingOf(request),
        attributes: text(request, 'Attributes'),
        roleSid: text(request, 'RoleSid'),
      };
      const participant = await rules.asking.addParticipant(conversationOf(request).sid, input, originOf(request));
      return created(wire(request).participant(participant));
    },
  ),
  /** "Alternatively, you can pass a Participant's identity rather than the SID"; of Update and Delete no page says so. */
  Fetch: (request) => {
    const conversation = conversationOf(request);
    const name = param(request, 'Sid');
    const byIdentity = [...conversation.participants.values()].find(({ identity }) => identity === name);
    return ok(wire(request).participant(byIdentity ?? getParticipant(conversation, name)));
  },
  Update: reading(['LastReadMessageIndex', 'Attributes', 'RoleSid', WEBHOOK_HEADER], async (request) => {
    const conversation = conversationOf(request);
    const participant = getParticipant(conversation, param(request, 'Sid'));
    const changes = {
      attributes: text(request, 'Attributes'),
      roleSid: text(request, 'RoleSid'),
      lastReadMessageIndex: integer(request, 'LastReadMessageIndex'),
      by: originOf(request),
    };
    const { conversations: rules } = request.account;
    await rules.asking.updateParticipant(conversation.sid, participant.sid, changes);
    return ok(wire(request).participant(participant));
  }),
  Delete: reading([WEBHOOK_HEADER], async (request) => {
    const { conversations: rules } = request.account;
    await rules.asking.removeParticipant(conversationOf(request).sid, param(request, 'Sid'), originOf(request));
    return noContent();
  }),
} satisfies Handlers;

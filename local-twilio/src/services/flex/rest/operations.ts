import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { readJsonObject } from '../../../kernel/rest/body';
import type { Invite } from '../entities';
import { createFromRest } from './interaction';
import { readMember } from './member';
import { readInvite } from './routing';
import { channelAnswer, interactionAnswer, inviteAnswer, participantAnswer, transferAnswer } from './answers';

const ids = (request: Request) => ({
  interactionSid: param(request, 'InteractionSid'),
  channelSid: request.params.ChannelSid ?? param(request, 'Sid'),
});

const channelOf = (request: Request) => {
  const { interactionSid, channelSid } = ids(request);
  return request.account.flex.channel(interactionSid, channelSid);
};

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/channels-subresource */
function updateChannel(request: Request) {
  const { interactionSid, channelSid } = ids(request);
  const routing = request.body.Routing === undefined ? {} : readJsonObject(request.body.Routing, 'Routing');
  const { flex } = request.account;
  if (text(request, 'Status') === 'inactive') {
    if (routing.status !== 'closed') throw invalidParameter('Status inactive needs Routing {"status":"closed"}');
    return flex.leaveChannel(interactionSid, channelSid);
  }
  return flex.closeChannel(interactionSid, channelSid, routing.status === 'closed' ? 'closed' : 'wrapup');
}

/** The definition leaves the body open: `from`, `to` and `type` are read as the Flex UI sends them. */
const transfers: Handlers = {
  CreateInteractionTransfer: (request) => {
    const from = text(request, 'from');
    const to = text(request, 'to');
    if (!from || !to) throw invalidParameter('A transfer needs from (a participant) and to (a worker or a queue)');
    if ((text(request, 'type') ?? 'cold') !== 'cold') throw new TwilioError(501, 20501, 'Only cold transfers');
    const transfer = request.account.flex.transfer({ ...ids(request), fromParticipantSid: from, to });
    return created(transferAnswer(request.account, transfer));
  },
  FetchInteractionTransfer: (request) => {
    const { sid, transfers: all } = channelOf(request);
    const found = all.find((one) => one.sid === param(request, 'Sid'));
    if (!found) throw notFound(`/Channels/${sid}/Transfers/${param(request, 'Sid')}`);
    return ok(transferAnswer(request.account, found));
  },
};

/**
 * "Include a JSON object in the request body that contains your Twilio account SID along with any configuration items
 * that you wish to update. … the existing value of the property will be completely replaced":
 * https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api
 * What Twilio says to a property that there is none of is not documented; kept, it would be in every later answer.
 */
function updateConfiguration({ account, body, headers }: Request) {
  if (!headers['content-type']?.startsWith('application/json')) throw invalidParameter('The body is no JSON object');
  if (body.account_sid !== account.accountSid) throw invalidParameter('account_sid is missing or not of this account');
  const held: object = account.flex.configuration();
  const unknown = Object.keys(body).filter((name) => !(name in held));
  if (unknown.length > 0) throw invalidParameter(`The Configuration has no ${unknown.join(', ')}`);
  const { ui_attributes: attributes } = body;
  if (attributes !== undefined && (typeof attributes !== 'object' || Array.isArray(attributes)))
    throw invalidParameter('ui_attributes is no JSON object');
  return ok(
    account.flex.setConfiguration({ ...body, ...('ui_attributes' in body && { ui_attributes: attributes ?? {} }) }),
  );
}

/** Whether an accepted invite stays in the list is undocumented; see the switch `acceptedInvites`. */
function listedInvites(request: Request): readonly Invite[] {
  const all = [...channelOf(request).invites.values()];
  if (all.every(({ status }) => status !== 'accepted')) return all;
  return request.account.switches.acceptedInvites === 'listed'
    ? all
    : all.filter(({ status }) => status !== 'accepted');
}

export const flexRest: Handlers = {
  ...transfers,
  FetchConfiguration: ({ account }) => ok(account.flex.configuration()),
  UpdateConfiguration: updateConfiguration,
  CreateInteraction: reading(['Channel', 'Routing'], (request) =>
    created(interactionAnswer(request.account, createFromRest(request))),
  ),
  FetchInteraction: (request) =>
    ok(interactionAnswer(request.account, request.account.flex.interaction(param(request, 'Sid')))),
  ListInteractionChannel: (request) =>
    page(request, 'channels', request.account.flex.channels(param(request, 'InteractionSid')).map(channelAnswer)),
  FetchInteractionChannel: (request) => ok(channelAnswer(channelOf(request))),
  UpdateInteractionChannel: reading(['Status', 'Routing'], (request) => ok(channelAnswer(updateChannel(request)))),
  ListInteractionChannelInvite: (request) =>
    page(
      request,
      'invites',
      listedInvites(request).map((invite) => inviteAnswer(request.account, invite)),
    ),
  CreateInteractionChannelInvite: reading(['Routing'], (request) => {
    const { interactionSid, channelSid } = ids(request);
    const invite = request.account.flex.invite(interactionSid, channelSid, readInvite(request.body.Routing));
    return created(inviteAnswer(request.account, invite));
  }),
  ListInteractionChannelParticipant: (request) => {
    const { interactionSid, channelSid } = ids(request);
    return page(
      request,
      'participants',
      request.account.flex.participants(interactionSid, channelSid).map(participantAnswer),
    );
  },
  CreateInteractionChannelParticipant: reading(['Type', 'MediaProperties'], (request) => {
    const input = readMember(request, channelOf(request).type);
    return created(participantAnswer(request.account.flex.addParticipant(ids(request), input)));
  }),
  UpdateInteractionChannelParticipant: reading(['Status'], (request) => {
    const path = { ...ids(request), participantSid: param(request, 'Sid') };
    const status = text(request, 'Status') === 'wrapup' ? 'wrapup' : 'closed';
    return ok(participantAnswer(request.account.flex.closeParticipant(path, status)));
  }),
};

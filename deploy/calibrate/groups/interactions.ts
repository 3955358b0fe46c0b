import { z } from 'zod';

import type { Site } from '../site';
import {
  described,
  isOk,
  must,
  post,
  Refused,
  saw,
  send,
  until,
  wait,
  type Call,
  type Reply,
  type Steps,
} from '../steps';
import { channelUrl, conversationUrl, workspaceUrl } from '../urls';
import type { Group } from './group';
import { answerOffer, closeRoom, offerOf, openRoom, routingOf, taskIn, type Room } from './rooms';

const SOON_MS = 20_000;
/** Somebody who is free is offered a task within a second or two. */
const QUIET_MS = 8_000;
/** What Twilio does after an answer has happened by then. */
const SETTLED_MS = 2_000;

const participantList = z.object({
  participants: z.array(
    z.object({
      sid: z.string(),
      type: z.string(),
      routing_properties: z.object({ worker_sid: z.string().optional() }).nullish().catch(null),
    }),
  ),
});
const memberList = z.object({ participants: z.array(z.object({ sid: z.string(), identity: z.string().nullish() })) });
const inviteList = z.object({ invites: z.array(z.unknown()) });
const task = z.object({ task_queue_sid: z.string().nullish() });

interface Served extends Room {
  readonly agentSid: string;
}

/** A workflow offers it to the worker of this run, who accepts. */
function* serve(site: Site, round: number): Steps<Served> {
  const room = yield* openRoom(site, { label: 'customer', round });
  const offer = yield* offerOf(site, room.taskSid, SOON_MS);
  if (offer === undefined) throw new Refused('no reservation for the worker');
  yield* answerOffer(site, offer, 'accepted');
  const agent = ({ body }: Reply) =>
    participantList
      .safeParse(body)
      .data?.participants.find(
        ({ type, routing_properties: by }) => by?.worker_sid === site.workerSid || type === 'agent',
      )?.sid;
  const url = `${channelUrl(room)}/Participants`;
  const agentSid = yield* until({ method: 'GET', url }, agent, { withinMs: SOON_MS });
  if (agentSid === undefined) throw new Refused('no participant for the worker who accepted');
  return { ...room, agentSid };
}

function* lookForAcceptedInvite(room: Room): Steps {
  yield* wait(SETTLED_MS);
  const { invites } = yield* must({ method: 'GET', url: `${channelUrl(room)}/Invites` }, inviteList);
  yield* saw({ question: 'acceptedInvites', position: invites.length > 0 ? 'listed' : 'vanish' });
}

/** The worker is at capacity: they hold the task that they accepted. */
function* inviteAtCapacity(site: Site, round: number): Steps {
  const routing = { queue_sid: site.queueSid, worker_sid: site.workerSid };
  const second = yield* openRoom(site, { label: 'second', round, routing });
  const offer = yield* offerOf(site, second.taskSid, QUIET_MS);
  yield* saw({ question: 'directInviteCapacity', position: offer === undefined ? 'respected' : 'ignored' });
  yield* closeRoom(second);
}

function* membersOf({ conversationSid }: Room): Steps<string[]> {
  const url = `${conversationUrl(conversationSid)}/Participants?PageSize=50`;
  const { participants } = yield* must({ method: 'GET', url }, memberList);
  return participants
    .filter(({ identity }) => !identity?.startsWith('calibration_customer_'))
    .map((participant) => participant.sid);
}

function* wrapUp(served: Served): Steps {
  const before = yield* membersOf(served);
  const reply = yield* post(`${channelUrl(served)}/Participants/${served.agentSid}`, { Status: 'wrapup' });
  if (!isOk(reply) || before.length === 0) {
    const why = isOk(reply) ? 'the agent was never in the Conversation' : `wrap-up was answered ${described(reply)}`;
    return yield* saw({ question: 'wrapUpInConversation', odd: why });
  }
  yield* wait(SETTLED_MS);
  const after = yield* membersOf(served);
  const stays = before.every((member) => after.includes(member));
  yield* saw({ question: 'wrapUpInConversation', position: stays ? 'stays' : 'leaves' });
}

function* closeTwice(served: Served): Steps {
  const participants = `${channelUrl(served)}/Participants`;
  const close = () => post(`${participants}/${served.agentSid}`, { Status: 'closed' });
  const first = yield* close();
  // After a retry the first try may have closed it already.
  if (!isOk(first) && !(first.status === 404 && first.tries > 1))
    throw new Refused(`${described(first)} to the closing of a participant`);
  yield* wait(SETTLED_MS);
  const { participants: listed } = yield* must({ method: 'GET', url: participants }, participantList);
  const isListed = listed.some(({ sid }) => sid === served.agentSid);
  yield* saw({ question: 'closedParticipants', position: isListed ? 'listed' : 'vanish' });
  const second = yield* close();
  if (second.status === 404) yield* saw({ question: 'closingClosedParticipant', position: 'not-found' });
  else if (isOk(second)) yield* saw({ question: 'closingClosedParticipant', position: 'ok' });
  else yield* saw({ question: 'closingClosedParticipant', odd: `was answered ${described(second)}` });
}

/** An invite that names the empty queue beside the workflow, which knows only the other one. */
function* inviteToQueue(site: Site, room: Room): Steps {
  const invited = yield* post(`${channelUrl(room)}/Invites`, {
    Routing: routingOf(site, { queue_sid: site.emptyQueueSid }),
  });
  const taskSid = taskIn(invited.body);
  if (taskSid === undefined) throw new Refused(`${described(invited)} to an invite`);
  const call = { method: 'GET', url: `${workspaceUrl(site.workspaceSid)}/Tasks/${taskSid}` } as const;
  const first = yield* send(call);
  // Tries take time, and a task that was read after them may have come late all the same.
  if (invited.tries === 1 && first.tries === 1) {
    if (isOk(first)) yield* saw({ question: 'inviteTask', position: 'at-once' });
    else if (first.status === 404)
      yield* saw({ question: 'inviteTask', position: 'later', ...(yield* howSoon(call, first)) });
    else yield* saw({ question: 'inviteTask', odd: `was answered ${described(first)}` });
  }
  const queueIn = ({ body }: Reply) => task.safeParse(body).data?.task_queue_sid ?? undefined;
  const queueSid = yield* until(call, queueIn, { withinMs: SOON_MS });
  if (queueSid === site.emptyQueueSid) yield* saw({ question: 'queueInvite', position: 'queue' });
  else if (queueSid === site.queueSid) yield* saw({ question: 'queueInvite', position: 'workflow' });
  else yield* saw({ question: 'queueInvite', odd: queueSid === undefined ? 'its task has no queue' : 'another queue' });
}

function* howSoon(call: Call, { atMs }: Reply): Steps<{ found?: string }> {
  const readMs = yield* until(call, (reply) => (isOk(reply) ? reply.atMs : undefined), {
    withinMs: SOON_MS,
    everyMs: 250,
  });
  return readMs === undefined ? {} : { found: `after ${((readMs - atMs) / 1000).toFixed(1)} s` };
}

function* lookForCodes(site: Site, room: Room): Steps {
  const webhook = yield* post(`${conversationUrl(room.conversationSid)}/Webhooks`, {
    Target: 'webhook',
    'Configuration.Url': 'http://localhost:3000/',
    'Configuration.Filters': 'onMessageAdded',
  });
  yield* closeRoom(room);
  const invite = yield* post(`${channelUrl(room)}/Invites`, { Routing: routingOf(site) });
  const position = `an invite to a closed channel: ${described(invite)}; a webhook on a laptop: ${described(webhook)}`;
  yield* saw({ question: 'inviteCodes', position });
}

function* ask(site: Site, round: number): Steps {
  const served = yield* serve(site, round);
  yield* lookForAcceptedInvite(served);
  yield* inviteAtCapacity(site, round);
  yield* wrapUp(served);
  yield* closeTwice(served);
  yield* inviteToQueue(site, served);
  yield* closeRoom(served);
}

export const interactions: Group = {
  title: 'Interactions',
  questions: [
    'acceptedInvites',
    'directInviteCapacity',
    'wrapUpInConversation',
    'closedParticipants',
    'closingClosedParticipant',
    'inviteTask',
    'queueInvite',
  ],
  makes: 'two conversations with an interaction each',
  seconds: 20,
  repeats: true,
  ask,
};

/** Refusals, which need a channel of their own. */
export const codes: Group = {
  title: 'Codes of interactions',
  questions: ['inviteCodes'],
  makes: 'a conversation with an interaction',
  seconds: 5,
  repeats: false,
  *ask(site, round) {
    yield* lookForCodes(site, yield* openRoom(site, { label: 'codes', round }));
  },
};

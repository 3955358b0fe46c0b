import { z } from 'zod';

import { conversationName, type ConversationLabel } from '../names';
import { TASK_CHANNEL, writeDown, type Site } from '../site';
import { must, post, Refused, until, type Reply, type Steps } from '../steps';
import { channelUrl, CONVERSATIONS, conversationUrl, INTERACTIONS, workspaceUrl, type ChannelRef } from '../urls';

/** A conversation of nobody, with an interaction on it. */
export interface Room extends ChannelRef {
  readonly conversationSid: string;
  readonly taskSid: string;
}

const sid = z.object({ sid: z.string() });
const withTask = z.object({ routing: z.object({ properties: z.object({ sid: z.string() }) }) });
const interaction = z.object({
  sid: z.string(),
  channel: z.object({ sid: z.string() }).nullish().catch(null),
  routing: z.unknown(),
});
const channelList = z.object({ channels: z.array(sid).min(1) });
const inviteList = z.object({ invites: z.array(z.unknown()) });

const SOON = { withinMs: 20_000 };

/** The customer: an identity that no browser and no phone has. */
const customerOf = ({ runId }: Site): string => `calibration_customer_${runId}`;

export function* createConversation(site: Site, label: ConversationLabel, round: number): Steps<string> {
  const name = conversationName(site.runId, label, round);
  const form = { FriendlyName: name, UniqueName: name };
  const { sid: conversationSid } = yield* must({ method: 'POST', url: CONVERSATIONS, form }, sid);
  return conversationSid;
}

/** Routing of an invite, with what is asked for besides the workflow. */
export const routingOf = (site: Site, more: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({
    properties: {
      workspace_sid: site.workspaceSid,
      workflow_sid: site.workflowSid,
      task_channel_unique_name: TASK_CHANNEL,
      attributes: { calibration: site.runId },
      ...more,
    },
  });

/** As web chat begins one: twilio.com/docs/flex/developer/conversations/interactions-api/interactions */
export function* openRoom(
  site: Site,
  { label, round, routing = {} }: { label: ConversationLabel; round: number; routing?: Record<string, string> },
): Steps<Room> {
  const conversationSid = yield* createConversation(site, label, round);
  const participants = `${conversationUrl(conversationSid)}/Participants`;
  yield* must({ method: 'POST', url: participants, form: { Identity: customerOf(site) } }, sid);
  const properties = { media_channel_sid: conversationSid };
  const form = {
    Channel: JSON.stringify({ type: 'web', initiated_by: 'customer', properties }),
    Routing: routingOf(site, routing),
  };
  const {
    sid: interactionSid,
    channel,
    routing: sent,
  } = yield* must({ method: 'POST', url: INTERACTIONS, form }, interaction);
  const channelSid = channel?.sid ?? (yield* findChannel(interactionSid));
  const ref = { interactionSid, channelSid };
  yield* writeDown(site, ref);
  return { ...ref, conversationSid, taskSid: taskIn({ routing: sent }) ?? (yield* findTask(ref)) };
}

export function taskIn(answer: unknown): string | undefined {
  return withTask.safeParse(answer).data?.routing.properties.sid;
}

/** "Creating an interaction is an asynchronous request": its parts may come later. */
function* findChannel(interactionSid: string): Steps<string> {
  const url = `${INTERACTIONS}/${interactionSid}/Channels`;
  const first = (reply: Reply) => channelList.safeParse(reply.body).data?.channels[0]?.sid;
  const found = yield* until({ method: 'GET', url }, first, SOON);
  if (found === undefined) throw new Refused('an interaction without a channel');
  return found;
}

function* findTask(channel: ChannelRef): Steps<string> {
  const first = ({ body }: Reply) => taskIn(inviteList.safeParse(body).data?.invites[0]);
  const found = yield* until({ method: 'GET', url: `${channelUrl(channel)}/Invites` }, first, SOON);
  if (found === undefined) throw new Refused('an invite without a task');
  return found;
}

export function* closeRoom(room: ChannelRef): Steps<Reply> {
  return yield* post(channelUrl(room), { Status: 'closed', Routing: JSON.stringify({ status: 'closed' }) });
}

const reservations = z.object({ reservations: z.array(z.object({ sid: z.string(), task_sid: z.string() })) });

/** The offer of that task to the worker of this run; undefined when none comes in that time. */
export function* offerOf(site: Site, taskSid: string, withinMs: number): Steps<string | undefined> {
  const url = `${workerUrl(site)}/Reservations?ReservationStatus=pending&PageSize=50`;
  const ofTask = ({ body }: Reply) =>
    reservations.safeParse(body).data?.reservations.find((one) => one.task_sid === taskSid)?.sid;
  return yield* until({ method: 'GET', url }, ofTask, { withinMs });
}

export const workerUrl = ({ workspaceSid, workerSid }: Site): string =>
  `${workspaceUrl(workspaceSid)}/Workers/${workerSid}`;

export function* answerOffer(site: Site, reservationSid: string, how: 'accepted' | 'rejected'): Steps {
  const url = `${workerUrl(site)}/Reservations/${reservationSid}`;
  yield* must({ method: 'POST', url, form: { ReservationStatus: how } }, z.unknown());
}

import { z } from 'zod';

import { conversationNames, runOf } from './names';
import { CHANNELS_LIST } from './site';
import { described, get, isOk, post, remove, type Reply, type Steps } from './steps';
import { channelUrl, conversationUrl, syncUrl, type ChannelRef } from './urls';

/** Which runs: one, or all that left something. */
export type Which = { readonly runId: string } | 'all';

/** What one pass did, and what it could not. */
export interface Pass {
  readonly which: Which;
  removed: number;
  readonly left: string[];
}

const named = z.object({ sid: z.string(), friendly_name: z.string().nullish() });
export type Named = z.infer<typeof named>;

const nextPage = z.object({ meta: z.object({ next_page_url: z.string().nullish() }) });
const held = z.object({ sid: z.string() });
const channel = z.object({ status: z.string() });
const items = z.object({
  items: z.array(z.object({ data: z.object({ interactionSid: z.string(), channelSid: z.string() }) })),
});
const tasks = z.object({
  tasks: z.array(z.object({ sid: z.string(), attributes: z.string(), assignment_status: z.string() })),
});
const ofChannel = z.object({ flexInteractionSid: z.string(), flexInteractionChannelSid: z.string() });

/** Everything of that kind that these runs made, by name, page by page. */
export function* mine(url: string, key: string, pass: Pass): Steps<Named[]> {
  const found: Named[] = [];
  for (let next: string | null | undefined = url; next; ) {
    const reply: Reply = yield* get(next);
    const page = z.array(named).safeParse(Object(reply.body)[key]);
    if (!isOk(reply) || !page.success) {
      pass.left.push(`perhaps some ${key.replace('_', ' ')}: their list was answered ${described(reply)}`);
      break;
    }
    found.push(...page.data);
    next = nextPage.safeParse(reply.body).data?.meta.next_page_url;
  }
  return found.filter(({ friendly_name: name }) => {
    const runId = runOf(name);
    return runId !== undefined && (pass.which === 'all' || pass.which.runId === runId);
  });
}

/** Deletes it; 404 is as good. */
export function* away(url: string, what: string, pass: Pass): Steps {
  const reply = yield* remove(url);
  if (isOk(reply)) pass.removed += 1;
  else if (reply.status !== 404) pass.left.push(`${what}: ${described(reply)}`);
}

/** The interactions that a run wrote down in its Sync service. */
export function* closeWrittenDown(syncSid: string, pass: Pass): Steps {
  const reply = yield* get(`${syncUrl(syncSid)}/Lists/${CHANNELS_LIST}/Items?PageSize=100`);
  // A run that was killed at its beginning has no list yet.
  if (reply.status === 404) return;
  const parsed = items.safeParse(reply.body);
  if (!isOk(reply) || !parsed.success) return void pass.left.push(`perhaps interactions: ${described(reply)}`);
  for (const { data } of parsed.data.items) yield* closeChannel(data, pass);
}

/** An interaction cannot be deleted: a closed channel is its end. */
function* closeChannel(ref: ChannelRef, pass: Pass): Steps<'closed' | 'not-closed'> {
  const found = yield* get(channelUrl(ref));
  if (found.status === 404 || channel.safeParse(found.body).data?.status === 'closed') return 'not-closed';
  const reply = yield* post(channelUrl(ref), { Status: 'closed', Routing: JSON.stringify({ status: 'closed' }) });
  if (isOk(reply)) {
    pass.removed += 1;
    return 'closed';
  }
  pass.left.push(`an interaction: ${described(reply)}`);
  return 'not-closed';
}

/** Flex's own tasks end with their channel: twilio.com/docs/flex/developer/conversations/best-practices */
export function* endTasks(workspace: string, filter: string, pass: Pass): Steps {
  const reply = yield* get(`${workspace}/Tasks?PageSize=1000&${filter}`);
  const parsed = tasks.safeParse(reply.body);
  if (!isOk(reply) || !parsed.success) return void pass.left.push(`perhaps tasks: ${described(reply)}`);
  for (const { sid, attributes, assignment_status: status } of parsed.data.tasks) {
    if (status === 'completed' || status === 'canceled') continue;
    const ref = ofChannel.safeParse(parseJson(attributes)).data;
    const closed =
      ref &&
      (yield* closeChannel(
        { interactionSid: ref.flexInteractionSid, channelSid: ref.flexInteractionChannelSid },
        pass,
      ));
    // A task that is open beside a channel that is over goes by itself.
    if (closed !== 'closed') yield* away(`${workspace}/Tasks/${sid}`, 'a task', pass);
  }
}

/** By their unique names: nobody reads all conversations of an account. */
export function* removeConversations(runId: string, pass: Pass): Steps {
  for (const name of conversationNames(runId)) {
    const reply = yield* get(conversationUrl(name));
    if (reply.status === 404) continue;
    const found = held.safeParse(reply.body).data;
    if (!isOk(reply) || !found) pass.left.push(`perhaps a conversation: ${described(reply)}`);
    else yield* away(conversationUrl(found.sid), 'a conversation', pass);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

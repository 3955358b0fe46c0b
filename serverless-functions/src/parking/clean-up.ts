import { removeAllOf } from './orphans';
import { step } from './step';
import type { Conversation, Ports, Stored } from './ports';
import type { FlowTarget, InteractionRecord, Park } from './domain/record';
import { withoutListMark } from './domain/conversation-attributes';

type Traced = Pick<InteractionRecord, 'park' | 'traces'>;

interface CleanUp {
  /** false: the wake path stays until the new task is accepted. */
  webhook: boolean;
  /** false: the mark in the conversation's attributes is a newer park's. */
  mark?: boolean;
  /** The conversation as fetched one call before, or undefined to fetch it here. */
  conversation?: Conversation;
}

/** Takes away what a park left, in parallel. True when all of it is certainly gone. */
export async function cleanUp(ports: Ports, traced: Traced, options: CleanUp): Promise<boolean> {
  const { park, traces } = traced;
  const steps = [
    park.showList && step(ports, 'remove-list-item', () => ports.list.remove(itemOf(park), traces.listItem?.revision)),
    park.showList &&
      options.mark !== false &&
      step(ports, 'remove-list-mark', () => removeListMark(ports, park, options.conversation)),
    park.reply?.route.to === 'studio' && detachFlow(ports, park, park.reply.route),
    options.webhook && step(ports, 'remove-webhook', () => removeWebhook(ports, traced)),
  ];
  const done = await Promise.all(steps);
  return !done.includes('failed');
}

/** Ends a record: takes everything away, then the record itself, which stays for reconcile while anything is left. */
export async function forget(ports: Ports, stored: Stored): Promise<void> {
  const { park, lateCallsUntilMs } = stored.record;
  const [clean, ...others] = await Promise.all([
    cleanUp(ports, stored.record, { webhook: false }),
    removeAllOf(ports, park),
    freeSlot(ports, park),
  ]);
  if (
    !clean ||
    others.includes('failed') ||
    (lateCallsUntilMs !== undefined && ports.clock.nowMs() < lateCallsUntilMs)
  ) {
    ports.log('forget', 'left-to-reconcile');
    return;
  }
  ports.log('forget', await ports.records.remove(stored));
}

/** What an earlier park left whose record a newer one replaced: only what still bears the earlier park id. */
export async function cleanUpReplaced(ports: Ports, before: Stored | undefined): Promise<void> {
  if (!before) return;
  const { record } = before;
  await Promise.all([cleanUp(ports, record, { webhook: true, mark: false }), freeSlot(ports, record.park)]);
}

function detachFlow(ports: Ports, { conversationSid }: Park, { flowSid }: FlowTarget): Promise<'done' | 'failed'> {
  return step(ports, 'detach-flow', () => ports.flows.detach(conversationSid, flowSid));
}

/** One that stays all the same is found when the agent's parks are counted. */
export function freeSlot(ports: Ports, { slot, parkId, agent }: Park): Promise<'done' | 'failed'> {
  if (!slot) return Promise.resolve('done');
  return step(ports, 'free-slot', () => ports.slots.free({ parkId, workerSid: agent.workerSid }));
}

function itemOf({ agent, conversationSid, parkId }: Park) {
  return { workerSid: agent.workerSid, conversationSid, parkId };
}

async function removeListMark(ports: Ports, park: Park, fetched: Conversation | undefined): Promise<void> {
  const conversation = fetched ?? (await ports.conversations.fetch(park.conversationSid));
  if (!conversation || conversation.state === 'closed') return;
  const attributes = withoutListMark(conversation.attributes, park.conversationSid);
  if (attributes !== undefined) await ports.conversations.putAttributes(park.conversationSid, attributes);
}

async function removeWebhook(ports: Ports, { park, traces }: Traced): Promise<void> {
  if (traces.webhookSid) return ports.wakeWebhooks.remove(park.conversationSid, traces.webhookSid);
  await removeWebhooksOf(ports, park);
}

/** Removes a park's webhooks when their SIDs are not known: the park id in the URL tells them. */
async function removeWebhooksOf(ports: Ports, { conversationSid, parkId }: Park): Promise<void> {
  const ours = (await ports.wakeWebhooks.list(conversationSid)).filter((webhook) => webhook.parkId === parkId);
  await Promise.all(ours.map(({ sid }) => ports.wakeWebhooks.remove(conversationSid, sid)));
}

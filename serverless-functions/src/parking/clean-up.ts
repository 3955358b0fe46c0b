import type { HowEnded } from '../contract/history';
import type { ConversationSid, WorkerSid } from '../contract/sids';
import { withoutListMark } from './domain/conversation-attributes';
import type { FlowTarget } from './domain/plans';
import type { InteractionRecord, Park } from './domain/record';
import { STALE_AFTER_MS } from './domain/stale';
import type { Conversation, Found, Ports, Stored, WakeWebhook } from './ports';
import { isUnreadable } from './record-port';
import { removeDueTime } from './due-time';
import { step, type StepOutcome } from './step';
import { writeHistory, writeHistoryOfReplaced } from './write-history';

type Traced = Pick<InteractionRecord, 'park' | 'traces'>;

interface CleanUp {
  /**
   * The row's, to remove it in one call; only by who has the record's claim. A later park may have removed the row and
   * written it again, and Sync begins at the same revision (sync/api/map-item-resource): then the park id has to tell.
   */
  revision?: string | undefined;
  /** false: the wake path stays until the new task is accepted. */
  webhook: boolean;
  /** false: the mark in the conversation's attributes is a newer park's. */
  mark?: boolean;
  /** The conversation as fetched one call before, or undefined to fetch it here. */
  conversation?: Conversation | undefined;
}

/** Takes away what a park left, in parallel. True when all of it is certainly gone. */
export async function cleanUp(ports: Ports, traced: Traced, options: CleanUp): Promise<boolean> {
  const { park } = traced;
  const steps = [
    park.showList && step(ports, 'remove-list-item', () => ports.list.remove(itemOf(park), options.revision)),
    park.showList &&
      options.mark !== false &&
      step(ports, 'remove-list-mark', () => removeListMark(ports, park, options.conversation)),
    park.reply?.route.to === 'studio' && detachFlow(ports, park, park.reply.route),
    removeDueTime(ports, park),
    options.webhook && step(ports, 'remove-webhook', () => removeWebhook(ports, traced)),
  ];
  return !(await Promise.all(steps)).includes('failed');
}

export type Ending =
  /** `isLeft`: something of it is still there, and with it the record, by which reconcile finds it. */
  | { kind: 'ended'; isLeft?: true }
  /** Somebody else wrote the record in between: read it and decide again. */
  | { kind: 'conflict' };

interface EndOfPark {
  lateCallsUntilMs: number | undefined;
  how?: HowEnded | undefined;
  takenBy?: WorkerSid | undefined;
}

/** Ends a record: takes everything away, then the record itself, which stays for reconcile while anything is left. */
export async function end(
  ports: Ports,
  stored: Stored,
  { lateCallsUntilMs, how, takenBy }: EndOfPark,
): Promise<Ending> {
  const { park } = stored.record;
  const [clean, ...others] = await Promise.all([
    cleanUp(ports, stored.record, { webhook: false }),
    removeAllWebhooksOf(ports, park),
    freeSlot(ports, park),
    writeHistory(ports, stored.record, { how, takenBy }),
  ]);
  const mayLand = lateCallsUntilMs !== undefined && ports.clock.nowMs() < lateCallsUntilMs;
  if (!clean || others.includes('failed') || mayLand) {
    ports.log('end', 'left-to-reconcile');
    return { kind: 'ended', isLeft: true };
  }
  const removed = await ports.records.remove(stored);
  ports.log('end', removed);
  return removed === 'removed' ? { kind: 'ended' } : { kind: 'conflict' };
}

/** What an earlier park left whose record a newer one replaced: only what still bears the earlier park id. */
export async function cleanUpReplaced(ports: Ports, before: Found, by: Park['agent']): Promise<void> {
  if (!before) return;
  if (isUnreadable(before)) return void (await removeOrphans(ports, before.unreadable, undefined));
  const { record } = before;
  await Promise.all([
    cleanUp(ports, record, { webhook: true, mark: false }),
    freeSlot(ports, record.park),
    writeHistoryOfReplaced(ports, record, by),
  ]);
}

function detachFlow(ports: Ports, { conversationSid }: Park, { flowSid }: FlowTarget): Promise<StepOutcome> {
  return step(ports, 'detach-flow', () => ports.flows.detach(conversationSid, flowSid));
}

/** One that stays all the same is found when the agent's parks are counted. */
export function freeSlot(ports: Ports, { slot, parkId, agent }: Park): Promise<StepOutcome> {
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
  const { conversationSid, parkId } = park;
  if (traces.webhookSid) return ports.wakeWebhooks.remove(conversationSid, traces.webhookSid);
  // Its SID is not known: the park id in its URL tells.
  await removeWebhooks(ports, conversationSid, (webhook) => webhook.parkId === parkId);
}

/**
 * Removes webhooks of ours that no record knows, once they are old enough that no park can be about to write the
 * record. They come from calls that landed after their park was undone, and would eat the limit of five.
 */
export function removeOrphans(
  ports: Ports,
  conversationSid: ConversationSid,
  currentParkId: string | undefined,
): Promise<StepOutcome> {
  const isOrphan = (webhook: WakeWebhook) => isOrphanOf(ports, currentParkId, webhook);
  return step(ports, 'remove-orphans', () => removeWebhooks(ports, conversationSid, isOrphan));
}

/** Whether a webhook is of no record, and so old that it cannot be of a park that is just beginning. */
export function isOrphanOf(ports: Ports, currentParkId: string | undefined, webhook: WakeWebhook): boolean {
  return webhook.parkId !== currentParkId && isOld(ports, webhook);
}

/**
 * Removes every webhook of a park, however many there are, and with them the orphans. `failed` also when a young one
 * of another park is left: it may be an orphan, which only time tells.
 */
async function removeAllWebhooksOf(ports: Ports, { conversationSid, parkId }: Park): Promise<StepOutcome> {
  let isYoungLeft = false;
  const goes = (webhook: WakeWebhook) => {
    const isGoing = webhook.parkId === parkId || isOld(ports, webhook);
    isYoungLeft ||= !isGoing;
    return isGoing;
  };
  const removed = await step(ports, 'remove-webhooks', () => removeWebhooks(ports, conversationSid, goes));
  return isYoungLeft ? 'failed' : removed;
}

function isOld(ports: Ports, { createdAtMs }: WakeWebhook): boolean {
  return ports.clock.nowMs() - createdAtMs >= STALE_AFTER_MS;
}

async function removeWebhooks(
  ports: Ports,
  conversation: ConversationSid,
  goes: (webhook: WakeWebhook) => boolean,
): Promise<void> {
  const going = (await ports.wakeWebhooks.list(conversation)).filter(goes);
  await Promise.all(going.map(({ sid }) => ports.wakeWebhooks.remove(conversation, sid)));
}

import type { ListItem } from '../contract/list-item';
import type { WebhookSid } from '../contract/sids';
import { cleanUp } from './clean-up';
import { parseAttributes, withListMark } from './domain/conversation-attributes';
import { isDue } from './domain/due';
import { listItemOf, remainingTtlSeconds } from './domain/list-item';
import type { InteractionRecord, Park, ParkedRecord, Traces } from './domain/record';
import { keepsWebhook } from './domain/routing';
import { putDueTime } from './due-time';
import { codeOf } from './errors';
import type { Conversation, ListItemRef, Ports, Stored, WakeWebhook } from './ports';
import { isUnreadable } from './record-port';
import { step } from './step';

/** What was read of a parked conversation a moment before; what is missing is read here. */
export interface JustRead {
  conversation?: Conversation | undefined;
  webhooks?: WakeWebhook[];
  /** null: it is not there. */
  row?: ListItemRef | null;
}

export interface Restored {
  /** In the words of a report. */
  repairs: ('webhook created' | 'list item or its mark restored')[];
  /** There was no webhook of this park at all, so that nobody would have heard of its customer's next message. */
  wasDeaf: boolean;
  /** Something is still missing, and the log says why. */
  isFailed: boolean;
  /** The conversation has been closed meanwhile: nothing is left to restore for. */
  isClosed: boolean;
  /** The record as it is now. */
  stored: Stored;
}

/** Makes a parked record whole again: its webhook on our current domain, its row and the mark, as far as missing. */
export async function restoreTraces(
  ports: Ports,
  stored: Stored<ParkedRecord>,
  read: JustRead = {},
): Promise<Restored> {
  const { record } = stored;
  const repairs: Restored['repairs'] = [];
  const traces: Traces = { ...record.traces };
  let wasDeaf = false;
  const webhook = await step(ports, 'restore-webhook', async () => {
    const { webhookSid, created, replaced } = await restoreWebhook(ports, record.park, read.webhooks);
    traces.webhookSid = webhookSid;
    wasDeaf = created && !replaced;
    if (created) repairs.push('webhook created');
  });
  let isClosed = false;
  const row = await step(ports, 'restore-list-item', async () => {
    const outcome = await restoreRow(ports, { record, traces, read });
    isClosed = outcome === 'closed';
    if (outcome === 'restored') repairs.push('list item or its mark restored');
  });
  // What is overdue is found by its record, and would else be tried again by every open desktop.
  const time = isDue(record.park, ports.clock.nowMs()) ? 'done' : await putDueTime(ports, record.park);
  const isFailed = [webhook, row, time].includes('failed');
  const restored = { repairs, wasDeaf, isFailed, isClosed };
  // Who ends a closed one has to know of a row that was written a moment ago.
  const isNews = isClosed || (!isFailed && repairs.length > 0);
  if (!isNews) return { ...restored, stored };
  const written = await ports.records.replace(stored, { ...record, traces });
  if (written.kind === 'written') return { ...restored, stored: written.stored };
  await takeBack(ports, record, traces);
  return { ...restored, stored };
}

/** The park's one webhook, on our current domain: as it is, or newly made. */
export async function restoreWebhook(
  ports: Ports,
  park: Park,
  listed?: WakeWebhook[],
): Promise<{ webhookSid: WebhookSid; created: boolean; replaced: boolean }> {
  const { conversationSid, parkId } = park;
  const all = listed ?? (await ports.wakeWebhooks.list(conversationSid));
  const mine = all.filter((webhook) => webhook.parkId === parkId);
  const live = mine.find(({ functionsDomain }) => functionsDomain === ports.functionsDomain);
  const webhookSid = live?.sid ?? (await ports.wakeWebhooks.create(park));
  // One that points at an old domain, or a second one from a lost answer, would only eat the limit of five.
  const extra = mine.filter(({ sid }) => sid !== webhookSid);
  await Promise.all(extra.map(({ sid }) => ports.wakeWebhooks.remove(conversationSid, sid)));
  return { webhookSid, created: live === undefined, replaced: extra.length > 0 };
}

export interface WithWakePath {
  record: InteractionRecord;
  /** The webhook that was made here, to be taken back when somebody else writes the record first. */
  created: WebhookSid | undefined;
}

/**
 * A conversation that returned has no webhook any more. Before it leaves `returning` without an agent it gets one, so
 * that a Function that dies right after the claim leaves a customer who can still wake it. Never throws.
 */
export async function restoreWakePath(ports: Ports, record: InteractionRecord): Promise<WithWakePath> {
  try {
    const { webhookSid, created } = await restoreWebhook(ports, record.park);
    const traces = { ...record.traces, webhookSid };
    return { record: { ...record, traces }, created: created ? webhookSid : undefined };
  } catch (error) {
    // The new task is worth more than its fallback.
    ports.log('wake-path', 'failed', { reason: codeOf(error) });
    return { record, created: undefined };
  }
}

/** Somebody else wrote the record first: only a webhook that it knows may stay. */
export async function takeBackWakePath(ports: Ports, park: Park, created: WebhookSid): Promise<void> {
  await step(ports, 'take-back-webhook', async () => {
    const now = await ports.records.read(park.conversationSid);
    if (isUnreadable(now) || now?.record.traces.webhookSid === created) return;
    await ports.wakeWebhooks.remove(park.conversationSid, created);
  });
}

/** The record moved on meanwhile: what was just made would be left behind, unless it is parked all the same. */
async function takeBack(ports: Ports, { park }: ParkedRecord, traces: Traces): Promise<void> {
  const found = await ports.records.read(park.conversationSid);
  if (isUnreadable(found)) return;
  const now = found?.record;
  const isSamePark = now?.park.parkId === park.parkId;
  if (isSamePark && now.state === 'parked') return;
  const needsWebhook = isSamePark && 'target' in now && keepsWebhook(now.target);
  await cleanUp(ports, { park, traces }, { webhook: !needsWebhook, mark: isSamePark || now === undefined });
}

type RowOutcome = 'whole' | 'restored' | 'closed';

interface Restoring {
  record: ParkedRecord;
  traces: Traces;
  read: JustRead;
}

/** A row that is missing before its time came is written again, for the time it had left; and so is its mark. */
async function restoreRow(ports: Ports, { record: { park }, traces, read }: Restoring): Promise<RowOutcome> {
  if (!park.showList) return 'whole';
  const item = listItemOf(park);
  const found = read.row === undefined ? await ports.list.find(item) : (read.row ?? undefined);
  const ttlSeconds = remainingTtlSeconds(item, ports.clock.nowMs());
  if (!found && ttlSeconds === undefined) return 'whole';
  traces.listItem = found ?? (await putRow(ports, item, ttlSeconds ?? 0));
  const marked = await restoreMark(ports, { park, mark: traces.listItem, conversation: read.conversation });
  return marked === 'whole' && !found ? 'restored' : marked;
}

/** The row and the due time of a parked record that says something else now. Never throws: reconcile looks again. */
export async function renewTraces(ports: Ports, { park }: InteractionRecord): Promise<void> {
  const item = listItemOf(park);
  const ttlSeconds = remainingTtlSeconds(item, ports.clock.nowMs());
  await Promise.all([
    park.showList &&
      ttlSeconds !== undefined &&
      step(ports, 'renew-row', async () => void (await putRow(ports, item, ttlSeconds))),
    putDueTime(ports, park),
  ]);
}

/** Writes a row, and makes the agent's map before where there is none. */
export async function putRow(ports: Ports, item: ListItem, ttlSeconds: number): Promise<ListItemRef> {
  const row = await ports.list.put(item, ttlSeconds);
  if (row) return row;
  await ports.list.createMap(item.workerSid);
  const second = await ports.list.put(item, ttlSeconds);
  if (!second) throw new Error('the map is gone again');
  return second;
}

interface Marking {
  park: Park;
  mark: ListItemRef;
  conversation: Conversation | undefined;
}

async function restoreMark(ports: Ports, { park, mark, conversation }: Marking): Promise<RowOutcome> {
  const isMarked = (held: Conversation | undefined) =>
    parseAttributes(held?.attributes ?? '')?.mapItemKey === mark.mapItemKey;
  if (conversation && isMarked(conversation)) return 'whole';
  // Fetched just before it is written: what others wrote since an earlier look must stay.
  const now = await ports.conversations.fetch(park.conversationSid);
  if (!now || now.state === 'closed') return 'closed';
  const attributes = isMarked(now) ? undefined : withListMark(now.attributes, mark);
  if (attributes === undefined) return 'whole';
  await ports.conversations.putAttributes(park.conversationSid, attributes);
  return 'restored';
}

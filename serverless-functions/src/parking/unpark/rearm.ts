import type { ConversationSid, WebhookSid } from '../../contract/sids';
import { cleanUp } from '../clean-up';
import { keepsWebhook } from '../domain/routing';
import { step } from '../step';
import { parseAttributes, withListMark } from '../domain/conversation-attributes';
import { LIST_ITEM_TTL_SECONDS, listItemOf, listItemTtlSeconds } from '../domain/list-item';
import type { Park, ParkedRecord, Traces } from '../domain/record';
import type { ListItemRef, Ports, Stored } from '../ports';

/** Makes a parked record whole again: its webhook on our current domain, its row and the mark, as far as missing. */
export async function rearm(ports: Ports, conversation: ConversationSid): Promise<string[]> {
  const stored = await ports.records.read(conversation);
  if (stored?.record.state !== 'parked') return [];
  return rearmParked(ports, stored, stored.record);
}

export async function rearmParked(ports: Ports, stored: Stored, record: ParkedRecord): Promise<string[]> {
  const repairs: string[] = [];
  const traces: Traces = { ...record.traces };
  const webhook = await step(ports, 'rearm-webhook', async () => {
    const { webhookSid, created } = await rearmWebhook(ports, record.park);
    traces.webhookSid = webhookSid;
    if (created) repairs.push('webhook created');
  });
  const row = await step(ports, 'rearm-list-item', async () => {
    if (await restoreRow(ports, record, traces)) repairs.push('list item or its mark restored');
  });
  if (webhook === 'failed' || row === 'failed') return repairs;
  if (repairs.length === 0) return [];
  const written = await ports.records.replace(stored, { ...record, traces });
  if (written.kind === 'conflict') await takeBack(ports, record, traces);
  return repairs;
}

/** The park's one webhook, on our current domain: as it is, or newly made. */
export async function rearmWebhook(ports: Ports, park: Park): Promise<{ webhookSid: WebhookSid; created: boolean }> {
  const { conversationSid, parkId } = park;
  const mine = (await ports.wakeWebhooks.list(conversationSid)).filter((webhook) => webhook.parkId === parkId);
  const live = mine.find(({ functionsDomain }) => functionsDomain === ports.functionsDomain);
  const webhookSid = live?.sid ?? (await ports.wakeWebhooks.create(park));
  // One that points at an old domain, or a second one from a lost answer, would only eat the limit of five.
  const extra = mine.filter(({ sid }) => sid !== webhookSid);
  await Promise.all(extra.map(({ sid }) => ports.wakeWebhooks.remove(conversationSid, sid)));
  return { webhookSid, created: live === undefined };
}

/** The record moved on meanwhile: what was just made would be left behind, unless it is parked all the same. */
async function takeBack(ports: Ports, { park }: ParkedRecord, traces: Traces): Promise<void> {
  const now = (await ports.records.read(park.conversationSid))?.record;
  const isSamePark = now?.park.parkId === park.parkId;
  if (isSamePark && now.state === 'parked') return;
  const needsWebhook = isSamePark && 'target' in now && keepsWebhook(now.target);
  await cleanUp(ports, { park, traces }, { webhook: !needsWebhook, mark: isSamePark || now === undefined });
}

/** A row that is missing before its time came is written again, for the time it had left; and so is its mark. */
async function restoreRow(ports: Ports, { park }: ParkedRecord, traces: Traces): Promise<boolean> {
  if (!park.showList) return false;
  const item = listItemOf(park);
  const found = await ports.list.find(item);
  const ttlSeconds = remainingTtlSeconds(listItemTtlSeconds(item), ports.clock.nowMs() - park.parkedAtMs);
  if (!found && ttlSeconds === undefined) return false;
  traces.listItem = found ?? (await ports.list.put(item, ttlSeconds ?? 0));
  const marked = await restoreMark(ports, park, traces.listItem);
  return marked || !found;
}

async function restoreMark(ports: Ports, park: Park, mark: ListItemRef): Promise<boolean> {
  const conversation = await ports.conversations.fetch(park.conversationSid);
  const isMarked = parseAttributes(conversation?.attributes ?? '')?.mapItemKey === mark.mapItemKey;
  const attributes = conversation && !isMarked ? withListMark(conversation.attributes, mark) : undefined;
  if (attributes === undefined) return false;
  await ports.conversations.putAttributes(park.conversationSid, attributes);
  return true;
}

/** What is left of a row's life: 0 means without end, undefined that it is over. */
function remainingTtlSeconds(ttlSeconds: number, ageMs: number): number | undefined {
  if (ttlSeconds === 0) return 0;
  const left = LIST_ITEM_TTL_SECONDS - Math.floor(ageMs / 1000);
  // Too short a rest is not worth a row that goes while it is read.
  return left > 60 ? left : undefined;
}

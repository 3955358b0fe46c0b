import type { ListItem } from '../../contract/list-item';
import { parseAttributes } from './conversation-attributes';
import { dueAtMs } from './due';
import type { Park } from './record';

/** Rows live 24 h, except SMS, whose customers may answer for as long as they like. */
const LIST_ITEM_TTL_SECONDS = 24 * 60 * 60;

type Lifetime = Pick<ListItem, 'channelType' | 'parkedAt' | 'backAt'>;

/**
 * Time to live of a new row in seconds; 0 means none (twilio.com/docs/sync/objects-ttl). One with a time of its own
 * lives until a day after it.
 */
export function listItemTtlSeconds({ channelType, parkedAt, backAt }: Lifetime): number {
  if (channelType === 'sms') return 0;
  const untilBackMs = backAt === undefined ? 0 : Date.parse(backAt) - Date.parse(parkedAt);
  return LIST_ITEM_TTL_SECONDS + Math.max(0, Math.ceil(untilBackMs / 1000));
}

/** What is left of a row's life at a moment: 0 means without end, undefined that it is over. */
export function remainingTtlSeconds(item: Lifetime, nowMs: number): number | undefined {
  const ttlSeconds = listItemTtlSeconds(item);
  if (ttlSeconds === 0) return 0;
  const left = ttlSeconds - Math.floor((nowMs - Date.parse(item.parkedAt)) / 1000);
  // Too short a rest is not worth a row that goes while it is read.
  return left > 60 ? left : undefined;
}

/** The row that people see: the minimum of a park, for any Flex token can read it. */
export function listItemOf(
  park: Omit<Park, 'task'> & { task: Pick<Park['task'], 'attributes' | 'queueName'> },
): ListItem {
  const attributes = parseAttributes(park.task.attributes) ?? {};
  const address = firstText(attributes.customerAddress, attributes.from) ?? park.customers[0]?.address ?? '';
  return {
    parkId: park.parkId,
    conversationSid: park.conversationSid,
    interactionSid: park.interactionSid,
    channelSid: park.channelSid,
    workerSid: park.agent.workerSid,
    customerName: firstText(attributes.customerName, attributes.name) ?? address,
    customerAddress: address,
    channelType: park.channelType,
    queueName: park.task.queueName,
    parkedAt: new Date(park.parkedAtMs).toISOString(),
    ...(park.lastCustomerMessageAtMs !== undefined && {
      lastCustomerMessageAt: new Date(park.lastCustomerMessageAtMs).toISOString(),
    }),
    ...timeOf(park),
    ...(park.note?.reason && { reason: park.note.reason }),
    ...(park.note?.text && { note: park.note.text }),
  };
}

function timeOf({
  back,
  event,
  remark,
}: Pick<Park, 'back' | 'event' | 'remark'>): Pick<ListItem, 'backAt' | 'replies'> {
  // It is due, and only still there because it could not be routed.
  if (event) return { backAt: new Date(event.atMs).toISOString() };
  if (remark) return { backAt: new Date(dueAtMs({ back, remark }) ?? remark.untilMs).toISOString(), replies: 'unread' };
  if (!back) return {};
  const backAt = new Date(back.atMs).toISOString();
  if (back.repliesWaitMs === undefined) return { backAt };
  return { backAt, replies: back.repliedAtMs === undefined ? 'wait' : 'unread' };
}

function firstText(...candidates: unknown[]): string | undefined {
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '');
}

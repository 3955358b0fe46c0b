import type { ListItem } from '../../contract/list-item';
import { parseAttributes } from './conversation-attributes';
import type { Park } from './record';

/** Rows live 24 h, except SMS, whose customers may answer for as long as they like. */
export const LIST_ITEM_TTL_SECONDS = 24 * 60 * 60;

/** Time to live of a row in seconds; 0 means none (twilio.com/docs/sync/objects-ttl). */
export function listItemTtlSeconds(item: Pick<ListItem, 'channelType'>): number {
  return item.channelType === 'sms' ? 0 : LIST_ITEM_TTL_SECONDS;
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
    ...(park.note?.reason && { reason: park.note.reason }),
    ...(park.note?.text && { note: park.note.text }),
  };
}

function firstText(...candidates: unknown[]): string | undefined {
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '');
}

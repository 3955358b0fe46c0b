import type { ListItem } from '../../../serverless-functions/src/contract/list-item';

const HOUR_MS = 60 * 60_000;
/** Sources: twilio.com/docs/whatsapp/key-concepts, twilio.com/docs/messaging/channels/facebook-messenger */
const WINDOW_MS = 24 * HOUR_MS;
const WINDOWED_CHANNELS: readonly string[] = ['whatsapp', 'messenger'];
const WARN_BELOW_MS = 2 * HOUR_MS;

/** Rows live this long after they were parked, or after the time that was chosen; those of SMS stay. */
const ROW_LIFE_MS = 24 * HOUR_MS;

export type ReplyWindow =
  /** The channel has none. */
  | { kind: 'none' }
  /** The channel has one, but nobody knows when the customer wrote. */
  | { kind: 'unknown' }
  | { kind: 'open' | 'closing'; closesAtMs: number; leftMs: number }
  | { kind: 'closed'; closedAtMs: number };

type Timed = Pick<ListItem, 'channelType' | 'lastCustomerMessageAt' | 'parkedAt'>;

/** Until when a free text reaches the customer; it counts from their last message, not from parking. */
export function replyWindow(item: Timed, nowMs: number): ReplyWindow {
  if (!WINDOWED_CHANNELS.includes(item.channelType)) return { kind: 'none' };
  const closesAtMs = replyWindowClosesAtMs(item);
  if (closesAtMs === undefined) return { kind: 'unknown' };
  const leftMs = closesAtMs - nowMs;
  if (leftMs <= 0) return { kind: 'closed', closedAtMs: closesAtMs };
  return { kind: leftMs < WARN_BELOW_MS ? 'closing' : 'open', closesAtMs, leftMs };
}

export function replyWindowClosesAtMs({ channelType, lastCustomerMessageAt }: Omit<Timed, 'parkedAt'>) {
  if (!WINDOWED_CHANNELS.includes(channelType) || lastCustomerMessageAt === undefined) return undefined;
  return Date.parse(lastCustomerMessageAt) + WINDOW_MS;
}

/** When the row leaves the list by itself; undefined for a row that stays until the conversation comes back. */
export function leavesAtMs({
  backAt,
  channelType,
  parkedAt,
}: Pick<ListItem, 'channelType' | 'parkedAt' | 'backAt'>): number | undefined {
  return channelType === 'sms' ? undefined : Date.parse(backAt ?? parkedAt) + ROW_LIFE_MS;
}

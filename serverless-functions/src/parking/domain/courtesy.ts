import type { Park } from './record';

/** WhatsApp and Messenger take free text only this long after the customer's last message (error 63016). */
const REPLY_WINDOW_MS = 24 * 60 * 60 * 1000;
const WINDOWED_CHANNELS = new Set(['whatsapp', 'messenger']);

/** The text for this customer: their language, its base language, or else the first one. */
export function courtesyText(texts: Record<string, string>, language: unknown): string | undefined {
  const wanted = typeof language === 'string' ? [language, language.split('-')[0] ?? language] : [];
  const byTag = new Map(Object.entries(texts).map(([tag, text]) => [tag.toLowerCase(), text]));
  const match = wanted.find((tag) => byTag.has(tag.toLowerCase()));
  return match === undefined ? Object.values(texts)[0] : byTag.get(match.toLowerCase());
}

/** Whether the channel takes free text now. */
export function mayWrite({ channelType, lastCustomerMessageAtMs }: Park, nowMs: number): boolean {
  if (!WINDOWED_CHANNELS.has(channelType)) return true;
  return lastCustomerMessageAtMs !== undefined && nowMs - lastCustomerMessageAtMs < REPLY_WINDOW_MS;
}

import type { StringKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

export type ChannelKind = 'web' | 'whatsapp' | 'sms' | 'messenger' | 'email' | 'other';

const LABELS = {
  web: 'ParkInteractionChannelWeb',
  whatsapp: 'ParkInteractionChannelWhatsApp',
  sms: 'ParkInteractionChannelSms',
  messenger: 'ParkInteractionChannelMessenger',
  email: 'ParkInteractionChannelEmail',
} as const satisfies Record<Exclude<ChannelKind, 'other'>, StringKey>;

function isKnown(kind: string): kind is keyof typeof LABELS {
  return Object.hasOwn(LABELS, kind);
}

/** `channelType` as in the task attributes; a channel that we do not know is shown by its own name. */
export function channelOf(channelType: string, text: Text): { kind: ChannelKind; label: string } {
  const kind = channelType === 'chat' ? 'web' : channelType.toLowerCase();
  return isKnown(kind) ? { kind, label: text(LABELS[kind]) } : { kind: 'other', label: channelType };
}

/** Twilio writes `whatsapp:+1…` and `messenger:…`; the channel has its own column. */
export function plainAddress(address: string): string {
  return address.replace(/^(whatsapp|messenger):/, '');
}

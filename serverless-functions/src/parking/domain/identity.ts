import type { Park } from './record';

/** Who parked, for people to read: their name, or else their user name. */
export function agentNameOf({ name, identity }: Park['agent']): string {
  return name ?? userNameOf(identity);
}

/** The user name in a Flex chat identity, which writes special characters as `_` and two hex digits. */
export function userNameOf(identity: string): string {
  return identity.replace(/_([0-9A-F]{2})/g, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

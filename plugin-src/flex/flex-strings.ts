import type { Manager } from '@twilio/flex-ui';

/** A string as Flex has it now, ours and other plugins' included. */
export function flexString(manager: Manager, key: string): string | undefined {
  const value: unknown = Reflect.get(manager.strings, key);
  return typeof value === 'string' ? value : undefined;
}

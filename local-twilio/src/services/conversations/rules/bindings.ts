import { TwilioError } from '../../../kernel/errors';
import type { BindingType, MessagingBinding } from '../entities';

const ADDRESS_CHARACTERS = 256;

/** A participant's kind is told by its address. */
function typeOf(address: string): BindingType | undefined {
  const prefix = (['whatsapp', 'messenger', 'gbm', 'rcs'] as const).find((type) => address.startsWith(`${type}:`));
  if (prefix) return prefix;
  if (/^[^@\s]+@[^@\s]+$/.test(address)) return 'email';
  // A number in E.164 format, or a short code.
  return /^\+?\d{3,15}$/.test(address) ? 'sms' : undefined;
}

/** https://www.twilio.com/docs/api/errors/50407 and 50408 */
export function bindingTo(address: string, proxyAddress: string): MessagingBinding {
  const type = typeOf(address);
  if (!type || address.length > ADDRESS_CHARACTERS)
    throw new TwilioError(400, 50407, 'Invalid messaging binding address');
  if (proxyAddress !== '' && (!typeOf(proxyAddress) || proxyAddress.length > ADDRESS_CHARACTERS))
    throw new TwilioError(400, 50408, 'Invalid participant proxy address');
  return { type, address, proxyAddress, name: null };
}

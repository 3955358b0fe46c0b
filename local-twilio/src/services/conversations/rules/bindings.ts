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

const refusal = (code: number, message: string) => new TwilioError(400, code, message);

/** Each code has its page, https://www.twilio.com/docs/api/errors/50407 and so on. A group text has no proxy address. */
export function bindingTo(address: string, proxyAddress: string | undefined): MessagingBinding {
  if (address === '') throw refusal(50411, 'Participant address is empty');
  const type = typeOf(address);
  if (!type || address.length > ADDRESS_CHARACTERS) throw refusal(50407, 'Invalid messaging binding address');
  if (proxyAddress === undefined) return { type, address, proxyAddress: '', name: null };
  if (proxyAddress === '') throw refusal(50412, 'Participant proxy address is empty');
  const proxyType = typeOf(proxyAddress);
  if (!proxyType || proxyAddress.length > ADDRESS_CHARACTERS) throw refusal(50408, 'Invalid participant proxy address');
  if (address === proxyAddress) throw refusal(50409, 'Participant address equals proxy address');
  if (type !== proxyType) throw refusal(50414, 'Participant address type does not match proxy address type');
  return { type, address, proxyAddress, name: null };
}

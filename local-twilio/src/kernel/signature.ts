import { createHmac } from 'node:crypto';

/**
 * X-Twilio-Signature of a form request: https://www.twilio.com/docs/usage/security#validating-requests
 * For a GET the parameters are in the URL already, so pass none.
 */
export function signRequest(authToken: string, url: string, params: Readonly<Record<string, string>> = {}): string {
  const signed = Object.keys(params)
    .sort()
    .reduce((text, key) => `${text}${key}${params[key] ?? ''}`, url);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

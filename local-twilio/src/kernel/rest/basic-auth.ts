import { TwilioError } from '../errors';

/** REST callers identify by account SID and auth token: https://www.twilio.com/docs/usage/requests-to-twilio */
export function authorise(
  account: { readonly accountSid: string; readonly authToken: string },
  header: string | undefined,
): void {
  const expected = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
  if (header !== expected) throw new TwilioError(401, 20003, 'Authenticate');
}

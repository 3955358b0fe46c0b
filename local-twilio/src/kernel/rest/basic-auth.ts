import { TwilioError } from '../errors';

/** Who may ask over REST. */
export interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
  /** Of an API key; undefined if there is none of that SID. */
  readonly keySecret: (sid: string) => string | undefined;
}

const refusal = (): TwilioError => new TwilioError(401, 20003, 'Authenticate');

function read(header: string | undefined): readonly [user: string, password: string] {
  const encoded = /^Basic (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  return [user, rest.join(':')];
}

/** What only the account's own credentials and Main keys may touch: https://www.twilio.com/docs/iam/api-keys */
const needsMainKey = ({ host, path }: Asked): boolean =>
  host === 'api.twilio.com'
    ? /^\/2010-04-01\/Accounts(?:\/AC\w+)?(?:\/(?:Signing)?Keys(?:\/\w+)?)?\.json$/.test(path)
    : host === 'iam.twilio.com' && /^\/v1\/Keys(?:\/|$)/.test(path);

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * REST callers identify by account SID and auth token, or by an API key's SID and secret:
 * https://www.twilio.com/docs/usage/requests-to-twilio. All keys are Standard ones.
 */
export function authorise({ accountSid, authToken, keySecret }: Credentials, asked: Asked): void {
  const [user, password] = read(asked.headers['authorization']);
  const isAccount = user === accountSid && password === authToken;
  const isKey = user.startsWith('SK') && keySecret(user) === password;
  if (!isAccount && (!isKey || needsMainKey(asked))) throw refusal();
}

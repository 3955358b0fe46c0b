import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { ConfigError } from '../config-error';

/** Names and values, as in `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What says which account is meant, and opens it. */
const OF_ACCOUNT = ['ACCOUNT_SID', 'AUTH_TOKEN', 'TWILIO_API_KEY', 'TWILIO_API_SECRET'];

/**
 * Variables for an environment: the process's own, and below them those of `.env.<environment>`, or of `.env` where
 * that file does not exist. The SID and the secrets of the account come from one place, the one that has ACCOUNT_SID:
 * a shell that has another account's key for the Twilio CLI must not lend it to the SID of a file.
 */
export function readVariables({ env, folder, own }: { env: string; folder: string; own: Variables }): Variables {
  const file = [`.env.${env}`, '.env'].map((name) => join(folder, name)).find((path) => existsSync(path));
  const fromFile = file === undefined ? {} : parseEnv(readFileSync(file, 'utf8'));
  const ofAccount = own.ACCOUNT_SID ? own : fromFile.ACCOUNT_SID ? fromFile : { ...fromFile, ...own };
  const account = OF_ACCOUNT.flatMap((name) => (ofAccount[name] === undefined ? [] : [[name, ofAccount[name]]]));
  const others = Object.entries({ ...fromFile, ...own }).filter(([name]) => !OF_ACCOUNT.includes(name));
  return Object.fromEntries([...others, ...account]);
}

const HINTS = {
  ACCOUNT_SID: { pattern: /^AC[0-9a-f]{32}$/, shape: 'AC and 32 hexadecimal digits' },
  AUTH_TOKEN: { pattern: /^[0-9a-f]{32}$/, shape: '32 hexadecimal digits' },
  TWILIO_API_KEY: { pattern: /^SK[0-9a-f]{32}$/, shape: 'SK and 32 hexadecimal digits' },
} as const;

/** What an account is reached with: its Auth Token, or an API key that can be revoked on its own. */
export type Credentials = { accountSid: string } & ({ authToken: string } | { apiKey: string; apiSecret: string });

/** For HTTP basic authentication (twilio.com/docs/usage/requests-to-twilio). */
export function loginOf(credentials: Credentials): { username: string; password: string } {
  return 'authToken' in credentials
    ? { username: credentials.accountSid, password: credentials.authToken }
    : { username: credentials.apiKey, password: credentials.apiSecret };
}

const API_KEY = /^SK[0-9a-f]{32}$/;

/**
 * Throws a ConfigError that names what is missing or malformed; never its value. The token comes first where both are
 * there: the key may be of another account.
 */
export function readCredentials(variables: Variables): Credentials {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken } = variables;
  const { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret } = variables;
  if (authToken && API_KEY.test(authToken)) {
    throw new ConfigError(
      'variable-malformed',
      'AUTH_TOKEN must be the auth token of the account, not an API key: a key goes into TWILIO_API_KEY, and its secret into TWILIO_API_SECRET.',
    );
  }
  const isByKey = !authToken && (apiKey || apiSecret);
  const secrets = isByKey ? { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret } : { AUTH_TOKEN: authToken };
  const missing = Object.entries({ ACCOUNT_SID: accountSid, ...secrets }).flatMap(([name, value]) =>
    value ? [] : [name],
  );
  if (missing.length > 0) {
    throw new ConfigError(
      'variable-missing',
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. Copy .env.example to .env, which says where to find them, or set them all in the shell.`,
    );
  }
  const sid = wellFormed('ACCOUNT_SID', accountSid ?? '');
  return isByKey
    ? { accountSid: sid, apiKey: wellFormed('TWILIO_API_KEY', apiKey ?? ''), apiSecret: apiSecret ?? '' }
    : { accountSid: sid, authToken: wellFormed('AUTH_TOKEN', authToken ?? '') };
}

function wellFormed(name: keyof typeof HINTS, value: string): string {
  const { pattern, shape } = HINTS[name];
  if (!pattern.test(value)) throw new ConfigError('variable-malformed', `${name} must be ${shape}.`);
  return value;
}

/** Most addresses of Twilio's API bear no account, so that a key alone decides which one is written to. */
export function refusalOf(found: string, { accountSid }: Pick<Credentials, 'accountSid'>): string | undefined {
  if (found === accountSid) return undefined;
  return `This API key belongs to ${found}, not to ACCOUNT_SID (${accountSid}). Nothing was written.`;
}

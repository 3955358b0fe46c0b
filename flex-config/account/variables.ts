import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { ConfigError } from '../config-error';

/** Names and values, as in `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Variables for an environment: the process's own, and below them those of `.env.<environment>`, or of `.env` where
 * that file does not exist. The two files are never mixed, so that one account's token cannot meet another's SID.
 */
export function readVariables({ env, folder, own }: { env: string; folder: string; own: Variables }): Variables {
  const file = [`.env.${env}`, '.env'].map((name) => join(folder, name)).find((path) => existsSync(path));
  const fromFile = file === undefined ? {} : parseEnv(readFileSync(file, 'utf8'));
  return { ...fromFile, ...own };
}

const HINTS = {
  ACCOUNT_SID: { pattern: /^AC[0-9a-f]{32}$/, shape: 'AC and 32 hexadecimal digits' },
  AUTH_TOKEN: { pattern: /^[0-9a-f]{32}$/, shape: '32 hexadecimal digits' },
} as const;

/** What an account is reached with. */
export interface Credentials {
  accountSid: string;
  authToken: string;
}

const API_KEY = /^SK[0-9a-f]{32}$/;

/** Throws a ConfigError that names what is missing or malformed; never its value. */
export function readCredentials(variables: Variables): Credentials {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, API_KEY: apiKey } = variables;
  if (authToken ? API_KEY.test(authToken) : apiKey) {
    throw new ConfigError(
      'variable-malformed',
      'AUTH_TOKEN must be the auth token of the account, not an API key: Twilio signs webhooks with the auth token, and no key can stand in for it.',
    );
  }
  if (!accountSid || !authToken) {
    const missing = [...(accountSid ? [] : ['ACCOUNT_SID']), ...(authToken ? [] : ['AUTH_TOKEN'])];
    throw new ConfigError(
      'variable-missing',
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. Copy .env.example to .env, which says where to find them, or set them in the environment.`,
    );
  }
  return { accountSid: wellFormed('ACCOUNT_SID', accountSid), authToken: wellFormed('AUTH_TOKEN', authToken) };
}

function wellFormed(name: keyof typeof HINTS, value: string): string {
  const { pattern, shape } = HINTS[name];
  if (!pattern.test(value)) throw new ConfigError('variable-malformed', `${name} must be ${shape}.`);
  return value;
}

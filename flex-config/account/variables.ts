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

/** Throws a ConfigError that names what is missing or malformed; never its value. */
export function readCredentials(variables: Variables): Credentials {
  return { accountSid: required(variables, 'ACCOUNT_SID'), authToken: required(variables, 'AUTH_TOKEN') };
}

function required(variables: Variables, name: keyof typeof HINTS): string {
  const value = variables[name];
  if (!value) {
    throw new ConfigError(
      'variable-missing',
      `${name} is not set. Copy .env.example to .env, which says where to find it, or set it in the environment.`,
    );
  }
  const { pattern, shape } = HINTS[name];
  if (!pattern.test(value)) throw new ConfigError('variable-malformed', `${name} must be ${shape}.`);
  return value;
}

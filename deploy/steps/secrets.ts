import { randomBytes } from 'node:crypto';

import { featureSettings, type FeatureSettings } from '../../flex-config/schema/park-interaction-settings';
import { ALERT_SECRET_MIN_CHARS } from '../../serverless-functions/src/http/alert-post';
import { WAKE_LINK_SECRET_MIN_CHARS } from '../../serverless-functions/src/http/wake-links';
import type { AccountState } from '../state';
import type { Wanted } from './step';

interface Secret {
  minChars: number;
  /** What it is for, after "which". */
  purpose: string;
  isWanted(settings: FeatureSettings): boolean;
}

const SECRETS = {
  WAKE_LINK_SECRET: {
    minChars: WAKE_LINK_SECRET_MIN_CHARS,
    purpose: 'signs wake links',
    isWanted: ({ wakeLinks }) => wakeLinks,
  },
  ALERT_SECRET: {
    minChars: ALERT_SECRET_MIN_CHARS,
    purpose: 'signs alerts',
    // An admin may save `alert_url` in Flex at any time, without a deployment.
    isWanted: () => true,
  },
} as const satisfies Record<string, Secret>;

export type SecretVariable = keyof typeof SECRETS;
const VARIABLES: readonly SecretVariable[] = ['WAKE_LINK_SECRET', 'ALERT_SECRET'];

/** The one that the Functions have; one that is too short signs nothing. */
export function usableSecret({ functions }: AccountState, variable: SecretVariable): string | undefined {
  const held = functions?.environment?.variables[variable] ?? '';
  return held.length >= SECRETS[variable].minChars ? held : undefined;
}

/** Only where it is wanted; and one that is there stays, so that what was signed before goes on working. */
export function missingSecrets(state: AccountState, { settings }: Pick<Wanted, 'settings'>): SecretVariable[] {
  const wanted = featureSettings(settings.ui_attributes).settings;
  return VARIABLES.filter(
    (variable) => SECRETS[variable].isWanted(wanted) && usableSecret(state, variable) === undefined,
  );
}

/** The line of a plan: its value is nobody's business. */
export const describeSecret = (variable: SecretVariable): string =>
  `make the secret ${variable}, which ${SECRETS[variable].purpose}`;

export function newSecret(key: SecretVariable): { key: SecretVariable; value: string } {
  return { key, value: randomBytes(32).toString('base64url') };
}

import { randomBytes } from 'node:crypto';

import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import { WAKE_LINK_SECRET_MIN_CHARS } from '../../serverless-functions/src/http/wake-links';
import type { AccountState } from '../state';
import type { Wanted } from './step';

export const SECRET_VARIABLE = 'WAKE_LINK_SECRET';

/** One that is too short signs nothing. */
export function hasWakeLinkSecret({ functions }: AccountState): boolean {
  const held = functions?.environment?.variables[SECRET_VARIABLE] ?? '';
  return held.length >= WAKE_LINK_SECRET_MIN_CHARS;
}

/** Only where links are wanted; and one that is there stays, so that links which were given out go on working. */
export function needsWakeLinkSecret(state: AccountState, { settings }: Pick<Wanted, 'settings'>): boolean {
  return featureSettings(settings.ui_attributes).settings.wakeLinks && !hasWakeLinkSecret(state);
}

export function newWakeLinkSecret(): { key: string; value: string } {
  return { key: SECRET_VARIABLE, value: randomBytes(32).toString('base64url') };
}

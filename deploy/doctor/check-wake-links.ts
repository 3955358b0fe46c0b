import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import { usableSecret } from '../steps/secrets';
import type { Facts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Wake links';

/** Links have to be signed, and are copied from the list. Nothing is said where they are off. */
export function checkWakeLinks({ account, env }: Facts): Line[] {
  const { settings } = featureSettings(account.uiAttributes);
  if (!settings.enabled || !settings.wakeLinks) return [];
  if (usableSecret(account, 'WAKE_LINK_SECRET') === undefined) {
    const remedy = `Run npm run deploy -- --env ${env}, with wake_links in its file.`;
    return [red(TITLE, `wake_links is on, but the Functions have no usable WAKE_LINK_SECRET`, remedy)];
  }
  if (!settings.showList) return [yellow(TITLE, 'are copied from the list, which is off', 'Set show_list.')];
  return [green(TITLE, 'on')];
}

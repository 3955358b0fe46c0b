import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import { usableSecret } from '../steps/secrets';
import type { Facts } from './facts';
import { green, red } from './lines';
import type { Line } from './lines';

const TITLE = 'Alerts';

/** Nothing is said where nobody wants any. */
export function checkAlerts({ account, env }: Facts): Line[] {
  const { settings } = featureSettings(account.uiAttributes);
  if (!settings.enabled || settings.alertUrl === null) return [];
  if (usableSecret(account, 'ALERT_SECRET') !== undefined) {
    return [green(TITLE, `go to ${new URL(settings.alertUrl).host}`)];
  }
  const remedy = `Run npm run deploy -- --env ${env}, with alert_url in its file.`;
  return [red(TITLE, 'alert_url is set, but the Functions have no usable ALERT_SECRET', remedy)];
}

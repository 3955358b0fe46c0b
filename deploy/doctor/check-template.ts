import { featuresOf } from '../../flex-config/features';
import { isJsonObject } from '../../flex-config/merge';
import { featureKeyIn } from '../../flex-config/schema/feature-key';
import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import type { Facts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Public template';

/** Twilio's public template has a parking of its own, and its switch is a key that ours may use, too. */
export function checkTemplate(facts: Facts): Line[] {
  return [...twoParkings(facts), ...templateParks(facts)];
}

function twoParkings({ account: { uiAttributes }, template }: Facts): Line[] {
  const signs = [...template.domains.map((domain) => `Functions at ${domain}`), ...template.plugins];
  const { settings } = featureSettings(uiAttributes);
  if (signs.length === 0 || !settings.enabled) return [];
  const features = featuresOf(uiAttributes);
  const seen = `(${signs.join(', ')})`;
  if (featureKeyIn(features) === 'park_interaction') {
    const found = `two parkings are on: its own ${seen} reads features.park_interaction, too`;
    const remedy = 'Give ours the key conversation_parking: docs/deploy.md, "Beside the public template".';
    return [red(TITLE, found, remedy)];
  }
  const theirs = features.park_interaction;
  if (isJsonObject(theirs) && theirs.enabled === true) {
    const remedy = 'Set park_interaction.enabled to false in the flex-config of the template, and deploy that.';
    return [red(TITLE, `two parkings are on: its own ${seen} and ours`, remedy)];
  }
  return [green(TITLE, `its parking is off, ours is on ${seen}`)];
}

function templateParks({ env, templateParks: parks }: Facts): Line[] {
  if (parks === undefined) return [];
  if (parks.length === 0) return [green(TITLE, 'has nothing parked')];
  const found = `${parks.length} conversation(s) are parked by it`;
  return [yellow(TITLE, found, `Run npm run doctor -- --env ${env} --adopt`)];
}

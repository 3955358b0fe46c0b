import { mkdirSync } from 'node:fs';

import { FUNCTIONS_DOMAIN } from './local-parking';
import { startParkingLab, type ParkingLab } from '../tests/support/parking-lab';
import { card, emptyList, list, parkGrace, parkStory, preview } from './screenshots/agent';
import { settings } from './screenshots/admin';
import { FOLDER, shoot } from './screenshots/camera';
import { parkedBefore } from './screenshots/story';
import { board } from './screenshots/supervisor';

const SIZE = { width: 1280, height: 720 };
const FEATURE = {
  enabled: true,
  show_list: true,
  ask_for_note: true,
  note_reasons: ['Waiting for the customer', 'Back office', 'Carrier'],
};
const FUNCTIONS_URL = `https://${FUNCTIONS_DOMAIN}`;

/** `npm run screenshots`: the pictures of the documentation, from the real Flex on the local Twilio. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const lab = await startParkingLab(FEATURE);
  try {
    await lab.ada.page.setViewportSize(SIZE);
    await emptyList(lab);
    for (const story of parkedBefore) await parkStory(lab, story);
    await parkGrace(lab);
    await list(lab);
    await preview(lab);
    await card(lab);
    await board(lab, SIZE);
    await settings(lab, SIZE);
    await otherSettings(lab);
  } finally {
    await lab.close();
  }
}

/** The button while the account refuses to leave a customer without an answer; then another language, and the dark theme. */
async function otherSettings(lab: ParkingLab): Promise<void> {
  const { ada, parking, phones } = lab;
  const { page } = ada;
  await reloadWith(lab, { feature: { ...FEATURE, ask_for_note: false, customer_spoke_last: 'refuse' } });
  await phones.write('Wanda', 'Is my order on its way?');
  await ada.accept('Wanda');
  await ada.canvas().getByText('Is my order on its way?').waitFor();
  await parking.dismissNotifications();
  await shoot(page.locator('.Twilio-TaskCanvasHeader'), 'button-disabled');

  await reloadWith(lab, { language: 'es-ES' });
  await page.getByRole('link', { name: /^Interacciones aparcadas/ }).click();
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, 'list-es');

  await reloadWith(lab, { theme: { isLight: false } });
  await parking.openList();
  await page.getByRole('row').nth(1).waitFor();
  await shoot(page, 'list-dark');
}

async function reloadWith({ ada, local }: ParkingLab, changes: Changes): Promise<void> {
  const { feature = FEATURE, ...settings } = changes;
  const custom_data = { serverless_functions_url: FUNCTIONS_URL, features: { park_interaction: feature } };
  local.world.flex.setConfiguration({ ui_attributes: { version_compatibility: 'yes', custom_data, ...settings } });
  await ada.page.bringToFront();
  await ada.reload();
}

interface Changes {
  feature?: object;
  language?: string;
  theme?: object;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

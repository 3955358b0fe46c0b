import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startParkingLab, type ParkingLab } from '../tests/support/parking-lab';
import { startFilm } from './animation/film';
import { openStage } from './animation/stage';
import { FOLDER } from './screenshots/camera';
import { letTimePass } from './screenshots/story';

const GRACE = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const NAME = 'park.gif';

/** `npm run animation`: park, reply and return in the real Flex on the local Twilio, as the README shows it. */
async function main(): Promise<void> {
  const lab = await startParkingLab({ enabled: true, show_list: true });
  try {
    const bytes = await film(lab);
    writeFileSync(join(FOLDER, NAME), bytes);
    console.log(`docs/images/${NAME}, ${Math.round(bytes.length / 1024)} KiB`);
  } finally {
    await lab.close();
  }
}

async function film(lab: ParkingLab): Promise<Uint8Array> {
  const { ada, parking, phones } = lab;
  await leaveOutCustomerData(lab);
  const { show, bytes } = startFilm(await openStage(lab));
  await phones.write('Grace', 'Hello, my parcel has not arrived');
  await ada.accept('Grace');
  await ada.canvas().getByText('Hello, my parcel has not arrived').waitFor();
  await parking.dismissNotifications();
  await show({ caption: 'Grace writes to Ada.' }, 1_800);
  await ada.send('I’ll ask the carrier and get back to you.');
  await phones.messages('Grace').getByText('I’ll ask the carrier').waitFor();
  await show({ caption: 'The answer will take until tomorrow.' }, 2_000);
  await show({ caption: 'So Ada parks the conversation.', pointAt: parking.parkButton() }, 1_800);
  await parking.park();
  await parking.notification('Grace is parked').waitFor();
  await ada.task('Grace').waitFor({ state: 'detached' });
  await show({ caption: 'Ada is free for somebody else. Grace and the history stay.' }, 2_600);
  await parking.dismissNotifications();
  await parking.openList();
  await parking.row('Grace').waitFor();
  letTimePass(lab, GRACE, { parked: 20, wrote: 20.1 });
  await parking.row('Grace').getByText('hours ago').first().waitFor();
  await show({ caption: 'What is parked is in the list, and can be unparked there.' }, 2_600);
  await parking.openTasks();
  await phones.write('Grace', 'It is here now, thank you!');
  await ada.task('Grace').waitFor();
  await parking.dismissNotifications();
  await show({ caption: 'The next day, Grace writes again: the conversation is back.' }, 2_600);
  await ada.accept('Grace');
  await ada.canvas().getByText('It is here now').waitFor();
  await parking.dismissNotifications();
  await show({ caption: 'With its whole history.' }, 3_200);
  return bytes();
}

/** The panel beside the conversation is of no use here, and the picture is small. */
async function leaveOutCustomerData({ ada, local: { world } }: ParkingLab): Promise<void> {
  const { ui_attributes } = world.flex.configuration();
  world.flex.setConfiguration({
    ui_attributes: { ...ui_attributes, componentProps: { AgentDesktopView: { showPanel2: false } } },
  });
  await ada.page.bringToFront();
  await ada.reload();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

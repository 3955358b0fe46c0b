/** @jest-environment node */
import { join } from 'node:path';

import { flexDesktop } from '../support/flex-desktop';
import { startParkingLab, type ParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

const MINUTE_MS = 60_000;
jest.setTimeout(2 * MINUTE_MS);

const ANOTHER = join(__dirname, '../support/another-parking.js');

/** As the public Flex project template, whose actions are called ParkInteraction and UnparkInteraction. */
describe.each([
  ['before', { pluginsBefore: [ANOTHER] }],
  ['after', { pluginsAfter: [ANOTHER] }],
])('another plugin that parks, loaded %s ours', (_, plugins) => {
  let lab: ParkingLab;

  beforeAll(async () => {
    lab = await startParkingLab({ enabled: true, show_list: true }, {}, plugins);
    const { ada, phones } = lab;
    await phones.write('Grace', 'Where is my parcel?');
    await ada.accept('Grace');
    await ada.send('I ask the carrier');
    await phones.messages('Grace').getByText('I ask the carrier').waitFor();
  }, 2 * MINUTE_MS);

  afterAll(() => lab?.close());

  it('leaves our buttons to us', async () => {
    const { ada, parking } = lab;
    await ada.page.getByRole('button', { name: 'Their park' }).waitFor();
    await parking.park();
    await parking.notification('Grace is parked').waitFor();
    await ada.task('Grace').waitFor({ state: 'detached' });
    await parking.openList();
    await parking.unpark('Grace');
    await ada.canvas().getByText('I ask the carrier').waitFor();
    expect(await ada.page.evaluate(() => Reflect.get(window, 'anotherParking'))).toEqual({ parks: 0 });
  });

  it('is named on the console, and to admins with what to do', async () => {
    const notice = /Two plugins offer parking/;
    const alex = flexDesktop(await lab.browser.newPage(), lab.local.urls.desktops['alex'] ?? '');
    await alex.open();
    const told = parkingPages(alex.page).notification(notice);
    await told.getByText('features.conversation_parking').waitFor();
    await parkingPages(alex.page).dismissNotifications();
    await told.waitFor({ state: 'detached' });
    expect(lab.browser.troubles.consoleErrors.filter((line) => notice.test(line))).toHaveLength(2);
    expect(await lab.parking.notification(notice).count()).toBe(0);
    lab.browser.assertNoTroubles();
  });
});

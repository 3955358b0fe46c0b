/** @jest-environment node */
import type { CustomerAddress } from '../../local-twilio/src/services/customers/commands';
import { flexDesktop } from '../support/flex-desktop';
import { startParkingLab } from '../support/parking-lab';
import { parkingPages } from '../support/parking-pages';

jest.setTimeout(120_000);

const GRACE = { channel: 'web', address: 'grace' } as const satisfies CustomerAddress;

describe('the flags', () => {
  it('leave no trace of parking in Flex while it is off', async () => {
    const lab = await startParkingLab({ enabled: false, show_list: true });
    try {
      await lab.phones.write('Grace', 'Hello');
      await lab.ada.accept('Grace');
      await lab.ada.canvas().getByText('Hello', { exact: true }).waitFor();
      expect(await lab.parking.parkButton().count()).toBe(0);
      expect(await lab.parking.sideLink().count()).toBe(0);
    } finally {
      await lab.close();
    }
  });

  it('tell an admin, and nobody else, which setting is not as it should be', async () => {
    const lab = await startParkingLab({ enabled: true, show_list: true, ask_for_note: 'perhaps' });
    try {
      const notice = /park_interaction\.ask_for_note/;
      const alex = flexDesktop(await lab.browser.newPage(), lab.local.urls.desktops['alex'] ?? '');
      await alex.open();
      await parkingPages(alex.page).notification(notice).waitFor();
      await parkingPages(alex.page).dismissNotifications();
      await parkingPages(alex.page).notification(notice).waitFor({ state: 'detached' });
      expect(await lab.parking.notification(notice).count()).toBe(0);
      expect(lab.browser.troubles.consoleErrors.filter((line) => notice.test(line)).length).toBeGreaterThanOrEqual(2);
    } finally {
      await lab.close();
    }
  });

  it('park without list, row and mark while show_list is off, and the customer still comes back', async () => {
    const lab = await startParkingLab({ enabled: true, show_list: false });
    try {
      await lab.phones.write('Grace', 'Hello');
      await lab.ada.accept('Grace');
      await lab.ada.send('One moment');
      await lab.phones.messages('Grace').getByText('One moment').waitFor();
      await lab.parking.park();
      await lab.ada.task('Grace').waitFor({ state: 'detached' });
      await lab.local.settled();
      expect(await lab.parking.sideLink().count()).toBe(0);
      expect(lab.traces(lab.conversation(GRACE))).toMatchObject({ rows: [], mark: [], wakeWebhooks: 1 });
      await lab.phones.write('Grace', 'Any news?');
      await lab.ada.accept('Grace');
      await lab.ada.canvas().getByText('Any news?').waitFor();
    } finally {
      await lab.close();
    }
  });
});

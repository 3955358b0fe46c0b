import { flexDesktop } from '../../tests/support/flex-desktop';
import type { ParkingLab } from '../../tests/support/parking-lab';
import { shoot } from './camera';

/** An admin looks at what their change of the settings would do. Nothing is saved. */
export async function settings(lab: ParkingLab, size: { width: number; height: number }): Promise<void> {
  const alex = flexDesktop(await lab.browser.newPage(size), lab.local.urls.desktops['alex'] ?? '');
  const { page } = alex;
  await alex.open();
  await alex.openView('Parking settings');
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await field('when_due').selectOption('workflow');
  await field('max_park_age_hours').fill('72');
  await page.mouse.move(640, 700);
  await page.mouse.wheel(0, -10_000);
  await shoot(page, 'settings');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page.getByRole('dialog').getByText('Default: worker → workflow').waitFor();
  await shoot(page, 'settings-review');
  await page.close();
}

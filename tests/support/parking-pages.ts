import type { Locator, Page } from 'playwright-core';

/** What our plugin adds to an agent's Flex, as a person uses it. */
export interface ParkingPages {
  parkButton(): Locator;
  /** Closes what covers the header, as an agent does, and presses Park; also if the customer spoke last. */
  park(): Promise<void>;
  /** Opens the menu of times beside Park and chooses. */
  parkUntil(choice: string | RegExp, replies?: 'wait'): Promise<void>;
  sideLink(): Locator;
  openList(): Promise<void>;
  openTasks(): Promise<void>;
  row(customer: string): Locator;
  unpark(customer: string): Promise<void>;
  notification(text: string | RegExp): Locator;
  dismissNotifications(): Promise<void>;
}

export function parkingPages(page: Page): ParkingPages {
  const notifications = () => page.locator('.Twilio-NotificationBar');
  const buttons = () => page.getByTestId('park-interaction').getByRole('button');
  // Beside it there is the menu of times.
  const parkButton = () => buttons().first();
  const sideLink = () => page.getByRole('link', { name: /^Parked Interactions/ });
  const row = (customer: string) => page.getByRole('row').filter({ hasText: customer });
  const dismissNotifications = async () => {
    const close = notifications().getByRole('button', { name: /close|dismiss/i });
    for (let turn = 0; turn < 5 && (await close.count()) > 0; turn += 1) {
      // It may go by itself in the same moment.
      await close
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined);
    }
  };
  return {
    parkButton,
    async park() {
      await dismissNotifications();
      await parkButton().click();
      const anyway = page.getByRole('button', { name: 'Park anyway' });
      if (await anyway.isVisible()) await anyway.click();
    },
    async parkUntil(choice, replies) {
      await dismissNotifications();
      await page.getByRole('button', { name: 'Park until…' }).click();
      if (replies === 'wait') await page.getByRole('menuitemcheckbox').click();
      await page.getByRole('menuitem', { name: choice }).click();
    },
    sideLink,
    openList: () => sideLink().click(),
    openTasks: () => page.getByRole('link', { name: 'Agent Desktop' }).click(),
    row,
    async unpark(customer) {
      await dismissNotifications();
      await page.getByRole('button', { name: `Unpark ${customer}` }).click();
    },
    notification: (text) => notifications().filter({ hasText: text }),
    dismissNotifications,
  };
}

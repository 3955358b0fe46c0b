import type { Locator } from 'playwright-core';
import type { FlexDesktop } from './flex-desktop';

/** What an agent can do with a conversation besides serving it, as a person does it. */
export interface FlexSharing {
  /** By an agent's full name or a queue's. */
  transferTo(where: 'Agents' | 'Queues', name: string): Promise<void>;
  leave(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** The conversation in the list, paused. */
  paused(customer: string): Locator;
}

export function flexSharing({ page }: FlexDesktop): FlexSharing {
  const choose = async (item: string) => {
    await page.getByTestId('task-actions-menu-toggle').click();
    await page.getByTestId(item).click();
  };
  return {
    async transferTo(where, name) {
      await choose('task-transfer-button');
      await page.locator('.Twilio-WorkerDirectory').getByText(where, { exact: true }).click();
      // The row's own button first, then the one of the form that it opens.
      await page.getByRole('button', { name: `Transfer to ${name}`, exact: true }).click();
      await page.getByTestId('confirm-transfer-button').click();
    },
    leave: () => choose('task-actions-menu-leave'),
    pause: () => choose('task-actions-menu-pause'),
    async resume() {
      await page.getByRole('button', { name: 'Resume' }).first().click();
    },
    paused: (customer) =>
      page.locator('.Twilio-TaskList, .Twilio-AgentDesktopView').getByText(customer, { exact: true }),
  };
}

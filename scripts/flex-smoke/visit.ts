import type { LocalTwilio } from '../../local-twilio/src/start/index';
import { customersPage } from '../../tests/support/customers';
import type { TestBrowser } from '../../tests/support/browser';
import { flexDesktop } from '../../tests/support/flex-desktop';
import { parkingPages } from '../../tests/support/parking-pages';

export interface Step {
  readonly name: string;
  run(): Promise<void>;
}

export interface Visit {
  readonly local: LocalTwilio;
  readonly browser: TestBrowser;
  readonly withPlugin: boolean;
}

/** What an agent does first of all in a Flex, each step on the one before; with our plugin, what parking is for. */
export async function visit({ local, browser, withPlugin }: Visit): Promise<readonly Step[]> {
  const ada = flexDesktop(await browser.newPage(), local.urls.desktops['ada'] ?? '');
  const phones = customersPage(await browser.newPage({ width: 1280, height: 720 }), local.urls.customers);
  const parking = parkingPages(ada.page);
  const seen = (text: string) => ada.canvas().getByText(text).waitFor();
  // The side links of older Flex UIs are buttons.
  const go = (name: string | RegExp) =>
    ada.page.getByRole('link', { name }).or(ada.page.getByRole('button', { name })).first().click();
  const front = () => ada.page.bringToFront();

  const parkSteps: readonly Step[] = [
    {
      name: 'parks: the agent is free, the row is in the list',
      async run() {
        await parking.park();
        await ada.task('Grace').waitFor({ state: 'detached' });
        await go(/^Parked Interactions/);
        await parking.row('Grace').waitFor();
      },
    },
    {
      name: 'comes back when the customer writes',
      async run() {
        await go('Agent Desktop');
        await phones.write('Grace', 'Any news?');
        await ada.accept('Grace');
        await seen('Any news?');
      },
    },
    {
      name: 'comes back when the agent unparks',
      async run() {
        await ada.send('Still looking');
        await seen('Still looking');
        await parking.park();
        await ada.task('Grace').waitFor({ state: 'detached' });
        await go(/^Parked Interactions/);
        await parking.unpark('Grace');
        // What an agent asked back is accepted for them.
        await go('Agent Desktop');
        await ada.selectTask('Grace');
        await seen('Still looking');
      },
    },
  ];

  return [
    {
      name: 'boots',
      async run() {
        await phones.open();
        await ada.open();
      },
    },
    {
      name: 'goes available and accepts a task',
      async run() {
        await front();
        await ada.setActivity('Available');
        await phones.write('Grace', 'My order has not arrived');
        await ada.accept('Grace');
        await seen('My order has not arrived');
      },
    },
    {
      name: 'chats both ways',
      async run() {
        await ada.send('I am looking into it');
        await phones.messages('Grace').getByText('I am looking into it').waitFor();
        await phones.write('Grace', 'Thank you');
        await seen('Thank you');
      },
    },
    {
      name: 'keeps it over a reload',
      async run() {
        await ada.reload();
        await ada.selectTask('Grace');
        await seen('Thank you');
      },
    },
    ...(withPlugin ? parkSteps : []),
    {
      name: 'ends and completes it',
      async run() {
        await parking.dismissNotifications();
        await ada.endTask();
        await ada.completeTask();
        await ada.task('Grace').waitFor({ state: 'detached' });
      },
    },
  ];
}

import type { Locator, Page } from 'playwright-core';

const BOOT_TIMEOUT_MS = 30_000;

/** One agent's Flex, as a person uses it. */
export interface FlexDesktop {
  readonly page: Page;
  /** Opens the desktop and waits until Flex is ready. */
  open(): Promise<void>;
  reload(): Promise<void>;
  /** Tasks in the list on the left, offered or accepted. */
  tasks(): Locator;
  task(customer: string): Locator;
  /** Waits for an offered task and takes it. */
  accept(customer: string): Promise<void>;
  reject(customer: string): Promise<void>;
  selectTask(customer: string): Promise<void>;
  /** The conversation on screen. */
  canvas(): Locator;
  messageInput(): Locator;
  send(text: string): Promise<void>;
  /** End: the task goes to wrap-up. */
  endTask(): Promise<void>;
  completeTask(): Promise<void>;
  activity(): Promise<string>;
  setActivity(name: string): Promise<void>;
  /** Follows a link of the side navigation, such as Teams. */
  openView(name: string | RegExp): Promise<void>;
  notification(text: string | RegExp): Locator;
  screenshot(path: string): Promise<void>;
}

export function flexDesktop(page: Page, url: string): FlexDesktop {
  const ready = () => page.waitForSelector('html[data-flex="ready"]', { state: 'attached', timeout: BOOT_TIMEOUT_MS });
  const tasks = () => page.locator('[data-testid="task-item"], .Twilio-TaskListBaseItem');
  const task = (customer: string) => tasks().filter({ hasText: customer });
  const header = () => page.locator('.Twilio-TaskCanvasHeader');
  const canvas = () => page.locator('.Twilio-MessagingCanvas, .Twilio-MessageListWrapper').first();
  const messageInput = () =>
    page
      .locator('[data-testid="message-input-area"] [contenteditable], .Twilio-MessageInput [contenteditable], textarea')
      .first();

  return {
    page,
    async open() {
      await page.goto(url);
      await ready();
    },
    async reload() {
      await page.reload();
      await ready();
    },
    tasks,
    task,
    async accept(customer) {
      await task(customer)
        .getByRole('button', { name: /accept/i })
        .click();
    },
    async reject(customer) {
      await task(customer)
        .getByRole('button', { name: /reject|decline/i })
        .click();
    },
    async selectTask(customer) {
      await task(customer).click();
    },
    canvas,
    messageInput,
    async send(text) {
      await messageInput().click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async endTask() {
      await header().getByRole('button', { name: /^end/i }).click();
    },
    async completeTask() {
      await header()
        .getByRole('button', { name: /complete/i })
        .click();
    },
    async activity() {
      return (
        await page.locator('.Twilio-UserControls, [data-testid="activity-dropdown-button"]').first().innerText()
      ).trim();
    },
    async setActivity(name) {
      await page.locator('[data-testid="activity-dropdown-button"]').first().click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    async openView(name) {
      await page.getByRole('link', { name }).first().click();
    },
    notification: (text) =>
      page.locator('.Twilio-NotificationBar, [data-paste-element="TOAST"], [role="alert"]').filter({ hasText: text }),
    async screenshot(path) {
      await page.screenshot({ path });
    },
  };
}

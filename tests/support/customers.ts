import type { Locator, Page } from 'playwright-core';

/** The customers' page, as a person uses it. */
export interface CustomersPage {
  readonly page: Page;
  open(): Promise<void>;
  phone(customer: string): Locator;
  write(customer: string, text: string): Promise<void>;
  /** Where the conversation is, in the phone's own words. */
  status(customer: string): Locator;
  messages(customer: string): Locator;
  /** Hands the phone of that customer to somebody new. */
  replace(customer: string): Promise<void>;
}

export function customersPage(page: Page, url: string): CustomersPage {
  const phone = (customer: string) => page.getByRole('region', { name: customer });
  return {
    page,
    async open() {
      await page.goto(url);
      await page.getByText('Connected', { exact: true }).waitFor();
    },
    phone,
    async write(customer, text) {
      await page.getByLabel(`Message from ${customer}`).fill(text);
      await page.getByRole('button', { name: `Send as ${customer}` }).click();
    },
    status: (customer) => phone(customer).getByRole('status'),
    messages: (customer) => phone(customer).getByRole('log'),
    async replace(customer) {
      await phone(customer).getByRole('button', { name: 'New customer' }).click();
    },
  };
}

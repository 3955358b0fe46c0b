import type { Page } from 'playwright-core';

/** From its next load on, nothing happens in the page every so many milliseconds: what is seen then was told. */
export async function neverEvery(page: Page, everyMs: number): Promise<void> {
  await page.addInitScript((never) => {
    const real = window.setInterval;
    Reflect.set(window, 'setInterval', (run: () => void, ms?: number) => (ms === never ? 0 : real(run, ms)));
  }, everyMs);
}

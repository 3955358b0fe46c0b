import type { Page } from 'playwright-core';

/** From its next load on, what the page would do in some minutes it does in two seconds. */
export async function soonInstead(page: Page, { fromMs, toMs }: { fromMs: number; toMs: number }): Promise<void> {
  await page.addInitScript(
    ([from = 0, to = 0]) => {
      const real = window.setTimeout;
      const isMeant = (ms = 0) => ms >= from && ms <= to;
      Reflect.set(window, 'setTimeout', (run: () => void, ms?: number) => real(run, isMeant(ms) ? 2_000 : ms));
    },
    [fromMs, toMs],
  );
}

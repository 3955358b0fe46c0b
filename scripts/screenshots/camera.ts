import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export const FOLDER = join(__dirname, '..', '..', 'docs', 'images');
/** Flex fades things in. */
export const CALM_MS = 700;

export async function shoot(target: Page | Locator, name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  await target.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

import { readFileSync } from 'node:fs';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page: what is still fading in or changing its colour has too little contrast. */
function isCalm(root: string): boolean {
  if (document.getAnimations().some((animation) => animation instanceof CSSTransition)) return false;
  for (let at = document.querySelector(root); at; at = at.parentElement)
    if (getComputedStyle(at).opacity !== '1') return false;
  return true;
}

/** What axe-core finds in our part of the page, as “rule: element”. */
export async function violations(page: Page, selector: string): Promise<string[]> {
  await page.locator(selector).first().waitFor();
  await page.waitForFunction(isCalm, selector);
  await page.evaluate(axeSource);
  return page.evaluate(async (root) => {
    const axe: typeof Axe = Reflect.get(window, 'axe');
    const found = await axe.run(root);
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, selector);
}

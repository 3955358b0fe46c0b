import { productOf, products } from '../../../local-twilio/src/account/products';
import type { ProductHost } from '../../../local-twilio/src/account/products';

/** Reads Twilio's API descriptions once, so that no run waits for a file: runs know only virtual time. */
export async function openTwilio(): Promise<void> {
  for (const host of Object.keys(products)) await productOf(host as ProductHost);
}

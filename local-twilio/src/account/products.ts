import { openProduct, type Product } from '../kernel/rest/openapi/product';

/** Host → OpenAPI file. */
export const products = {
  'conversations.twilio.com': 'conversations_v1',
  'flex-api.twilio.com': 'flex_v1',
  'taskrouter.twilio.com': 'taskrouter_v1',
  'sync.twilio.com': 'sync_v1',
  'serverless.twilio.com': 'serverless_v1',
  'studio.twilio.com': 'studio_v2',
} as const;

export type ProductHost = keyof typeof products;

export const isProductHost = (host: string): host is ProductHost => host in products;

/** Read and compiled once per process, at the first request; accounts share them. */
const opened = new Map<ProductHost, Promise<Product>>();

export function productOf(host: ProductHost): Promise<Product> {
  const known = opened.get(host);
  if (known) return known;
  const product = openProduct(products[host]);
  opened.set(host, product);
  return product;
}

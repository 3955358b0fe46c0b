import type { TwilioRequest } from '../kernel/calls';
import type { CountedOperation } from '../kernel/rates';
import { openProduct, type Product } from '../kernel/rest/openapi/product';
import type { Reads } from '../kernel/rest/reads';
import type { RestHandlers } from '../kernel/rest/request';
import type { OperationWithoutSpec, RestProduct } from '../kernel/service';
import { everyService } from './services';
import type { World } from './world';

export type ProductHost = RestProduct<unknown>['host'];

const served = everyService.flatMap(({ rest = [] }) => rest);

/** Host → OpenAPI file. */
export const products: Readonly<Record<ProductHost, string>> = Object.fromEntries(
  served.map(({ host, spec }) => [host, spec]),
);

export const productHosts: readonly ProductHost[] = [...new Set(served.map(({ host }) => host))];

export const isProductHost = (host: string): host is ProductHost => host in products;

/** Read and compiled once per process, at the first request; accounts share them. */
const opened = new Map<ProductHost, Promise<Product>>();

export function productOf(host: ProductHost): Promise<Product> {
  const known = opened.get(host);
  if (known) return known;
  const product = openProduct(products[host] ?? host);
  opened.set(host, product);
  return product;
}

/** What is registered for a host; several services may share one. */
export const partsOf = (host: string): readonly RestProduct<unknown>[] => served.filter((one) => one.host === host);

/** What an operation reads of a request. */
export const readsOf = (host: string, operationId: string): Reads =>
  partsOf(host).find(({ reads }) => operationId in reads)?.reads[operationId] ?? [];

/** The code of a field that has to hold JSON and does not. */
export const notJsonOf = (host: string): number | undefined => partsOf(host).find(({ notJson }) => notJson)?.notJson;

/** Every REST operation that the local Twilio serves, by host and operationId. */
export const restHandlers = (account: World): Readonly<Record<ProductHost, RestHandlers>> =>
  Object.fromEntries(
    productHosts.map((host) => [host, Object.assign({}, ...partsOf(host).map((part) => part.handlersFor(account)))]),
  );

/** Counts a REST call against the documented rates, and throws 429 when it is one too many. */
export function enforceRates(account: World, host: ProductHost, call: CountedOperation): void {
  for (const part of partsOf(host)) part.enforceRates(account, call);
}

/** For the endpoints that no OpenAPI file describes. */
export function operationWithoutSpec(account: World, request: TwilioRequest): OperationWithoutSpec | undefined {
  for (const service of everyService) {
    const found = service.withoutSpec?.(account, request);
    if (found) return found;
  }
  return undefined;
}

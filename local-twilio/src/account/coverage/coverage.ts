import { describedOf } from '../../kernel/rest/openapi/described';
import { operationsOf } from '../../kernel/rest/openapi/definition';
import { notEmulated } from '../../kernel/rest/reads';
import { partsOf, productHosts, products, readsOf } from '../products';

export interface OperationCoverage {
  readonly host: string;
  readonly operationId: string;
  readonly status: 'supported' | 'partial' | 'planned';
  /** What is missing, for partial ones. */
  readonly missing: string | null;
}

/** Every operation that has a handler. */
export function servedOperations(): readonly OperationCoverage[] {
  return productHosts.flatMap((host) => {
    const operations = operationsOf(products[host] ?? host);
    return partsOf(host).flatMap(({ operationIds, missing }) =>
      operationIds.map((operationId): OperationCoverage => {
        const described = operations.get(operationId);
        const unread = described ? notEmulated(describedOf(described), readsOf(host, operationId)) : [];
        const lacks = [unread.join(', '), missing[operationId]].filter(Boolean).join('; ') || null;
        return { host, operationId, status: lacks === null ? 'supported' : 'partial', missing: lacks };
      }),
    );
  });
}

/** One row for each operation that Twilio describes. */
export function coverageRows(): readonly OperationCoverage[] {
  const served = servedOperations();
  const planned = productHosts.flatMap((host) => {
    const known = new Set(served.filter((row) => row.host === host).map(({ operationId }) => operationId));
    return [...operationsOf(products[host] ?? host).keys()]
      .filter((operationId) => !known.has(operationId))
      .map((operationId): OperationCoverage => ({ host, operationId, status: 'planned', missing: null }));
  });
  return [...served, ...planned];
}

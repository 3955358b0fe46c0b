import { operationIdsOf } from '../../kernel/rest/openapi/definition';
import { partsOf, productHosts, products } from '../products';

export interface OperationCoverage {
  readonly host: string;
  readonly operationId: string;
  readonly status: 'supported' | 'partial' | 'planned';
  /** What is missing, for partial ones. */
  readonly missing: string | null;
}

/** Every operation that has a handler. */
export function servedOperations(): readonly OperationCoverage[] {
  return productHosts.flatMap((host) =>
    partsOf(host).flatMap(({ operationIds, missing }) =>
      operationIds.map((operationId): OperationCoverage => {
        const lacks = missing[operationId] ?? null;
        return { host, operationId, status: lacks === null ? 'supported' : 'partial', missing: lacks };
      }),
    ),
  );
}

/** One row for each operation that Twilio describes. */
export function coverageRows(): readonly OperationCoverage[] {
  const served = servedOperations();
  const planned = productHosts.flatMap((host) => {
    const known = new Set(served.filter((row) => row.host === host).map(({ operationId }) => operationId));
    return operationIdsOf(products[host] ?? host)
      .filter((operationId) => !known.has(operationId))
      .map((operationId): OperationCoverage => ({ host, operationId, status: 'planned', missing: null }));
  });
  return [...served, ...planned];
}

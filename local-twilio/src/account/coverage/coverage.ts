import type { ProductHost } from '../products';
import { conversationsCoverage } from '../../services/conversations/rest/coverage';
import { flexCoverage } from '../../services/flex/rest/coverage';
import { serverlessCoverage } from '../../services/serverless/rest/coverage';
import { studioCoverage } from '../../services/studio/rest/coverage';
import { syncCoverage } from '../../services/sync/rest/coverage';
import { taskRouterCoverage } from '../../services/taskrouter/rest/coverage';

/** What is served of one Twilio product; lists of operationIds are separated by blanks. */
export interface ProductCoverage {
  readonly supported: string;
  /** operationId → what is missing. */
  readonly partial: Readonly<Record<string, string>>;
  readonly planned: string;
}

/** Every operation of the products that the local Twilio serves. A test compares it with the handlers. */
export const coverage: Readonly<Record<ProductHost, ProductCoverage>> = {
  'conversations.twilio.com': conversationsCoverage,
  'flex-api.twilio.com': flexCoverage,
  'taskrouter.twilio.com': taskRouterCoverage,
  'sync.twilio.com': syncCoverage,
  'serverless.twilio.com': serverlessCoverage,
  'studio.twilio.com': studioCoverage,
};

export interface OperationCoverage {
  readonly host: string;
  readonly operationId: string;
  readonly status: 'supported' | 'partial' | 'planned';
  /** What is missing, for partial ones. */
  readonly missing: string | null;
}

const names = (list: string): readonly string[] => list.trim().split(/\s+/).filter(Boolean);

/** One row for each operation: for the README's table and for the test. */
export function coverageRows(): readonly OperationCoverage[] {
  return Object.entries(coverage).flatMap(([host, { supported, partial, planned }]): OperationCoverage[] => [
    ...names(supported).map((operationId) => ({ host, operationId, status: 'supported' as const, missing: null })),
    ...Object.entries(partial).map(([operationId, missing]) => ({
      host,
      operationId,
      status: 'partial' as const,
      missing,
    })),
    ...names(planned).map((operationId) => ({ host, operationId, status: 'planned' as const, missing: null })),
  ]);
}

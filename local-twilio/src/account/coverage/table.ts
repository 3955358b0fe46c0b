import { coverageRows, type OperationCoverage } from './coverage';

const named = (rows: readonly OperationCoverage[], status: OperationCoverage['status']) =>
  rows
    .filter((row) => row.status === status)
    .map(({ operationId }) => operationId)
    .sort();

function section(host: string, rows: readonly OperationCoverage[]): string {
  const partial = rows
    .filter(({ status }) => status === 'partial')
    .sort((one, other) => (one.operationId < other.operationId ? -1 : 1));
  const supported = named(rows, 'supported');
  const planned = named(rows, 'planned');
  return [
    `## ${host}`,
    `${rows.length} operations: ${supported.length} supported, ${partial.length} in part, ${planned.length} not served (answered 501).`,
    `Supported: ${supported.join(', ')}.`,
    ...(partial.length > 0 ? [`In part; what is missing:`] : []),
    ...(partial.length > 0
      ? [partial.map(({ operationId, missing }) => `- ${operationId}: ${missing}`).join('\n')]
      : []),
    `Not served: ${planned.join(', ')}.`,
  ].join('\n\n');
}

/** The text of COVERAGE.md. */
export function coverageTable(): string {
  const rows = coverageRows();
  const hosts = [...new Set(rows.map(({ host }) => host))];
  const intro =
    'Every REST operation of the products that the local Twilio serves, by its operationId. Made from what is registered, by `npm run local:coverage`; a test compares the two.';
  return `${['# What is served over REST', intro, ...hosts.map((host) => section(host, rows.filter((row) => row.host === host)))].join('\n\n')}\n`;
}
